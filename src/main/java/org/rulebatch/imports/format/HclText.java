package org.rulebatch.imports.format;

/** The characters of an HCL file and how far they are read; comments are blanks. */
final class HclText {

    private final Source source;
    private final String text;
    private int at;

    HclText(Source source) {
        this.source = source;
        this.text = source.text();
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    boolean isAtHeredoc() {
        return text.startsWith("<<", at);
    }

    char take() {
        if (isAtEnd()) {
            throw fault("the file ends in the middle");
        }
        return text.charAt(at++);
    }

    void expect(char c) {
        if (!isAt(c)) {
            throw fault("expected '" + c + "'");
        }
        at++;
    }

    /** Blanks and comments, and ends of lines. */
    void skipLines() {
        skip(true);
    }

    /** Blanks and comments within a line. */
    void skipBlanks() {
        skip(false);
    }

    private void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '\n' && !lines || !Character.isWhitespace(c)) {
                return;
            } else {
                at++;
            }
        }
    }

    /** A name of a block or an attribute, in quotes or not. */
    String name() {
        String name = isAt('"') ? quoted() : word();
        if (name.isEmpty()) {
            throw fault(
                    isAtEnd() ? "the file ends in the middle" : "a name cannot begin with '" + text.charAt(at) + "'");
        }
        return name;
    }

    /** Letters, digits and what joins them to a reference or a number; empty where there is none. */
    String word() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(from, at);
    }

    /** A text in quotes; what stands in <code>${…}</code> stays as it is written. */
    String quoted() {
        expect('"');
        StringBuilder value = new StringBuilder();
        int templates = 0;
        while (templates > 0 || !isAt('"')) {
            char c = take();
            if (c == '\n' && templates == 0) {
                throw fault("a text ends without a quote");
            }
            if (c == '\\' && templates == 0) {
                char escaped = take();
                value.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
                continue;
            }
            if (c == '$' && isAt('{')) {
                templates++;
            } else if (c == '}' && templates > 0) {
                templates--;
            }
            value.append(c);
        }
        at++;
        return value.toString();
    }

    /** A text of lines up to its mark. */
    String heredoc() {
        at += 2;
        boolean isIndented = isAt('-');
        at += isIndented ? 1 : 0;
        String mark = word();
        int start = text.indexOf('\n', at) + 1;
        if (mark.isEmpty() || start == 0) {
            throw fault("a text of lines has no mark");
        }
        for (int line = start; line < text.length(); ) {
            int end = text.indexOf('\n', line);
            int next = end < 0 ? text.length() : end;
            if (text.substring(line, next).strip().equals(mark)) {
                at = next;
                String value = text.substring(start, line);
                return isIndented ? value.stripTrailing().stripIndent() : value;
            }
            line = next + 1;
        }
        throw fault("the text up to " + mark + " does not end");
    }

    /** Goes to the end of an expression, over all brackets. @return whether there was more than blanks */
    boolean skipExpression() {
        int depth = 0;
        boolean isMore = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0 && (c == '\n' || c == ',' || c == '}' || c == ']' || c == ')')) {
                return isMore;
            }
            if (c == '#' || text.startsWith("//", at)) {
                skipBlanks();
                continue;
            }
            if (c == '"') {
                quoted();
                isMore = true;
                continue;
            }
            depth += c == '{' || c == '[' || c == '(' ? 1 : c == '}' || c == ']' || c == ')' ? -1 : 0;
            isMore |= !Character.isWhitespace(c);
            at++;
        }
        return isMore;
    }

    int line() {
        return (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    UnreadableException fault(String reason) {
        return new UnreadableException(
                source.place() + ":" + line(), "no HCL that can be read: " + reason, "correct the file");
    }
}

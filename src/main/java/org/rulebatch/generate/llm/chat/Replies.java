package org.rulebatch.generate.llm.chat;

import java.util.List;

/** What a reply says, by how it ended and by its text. */
final class Replies {

    private Replies() {}

    static Reply read(ModelReply reply, Prompt prompt) {
        return switch (reply.finish()) {
            case ModelReply.LENGTH -> unusable("reply.truncated", "it was cut off for its length: be shorter");
            case ModelReply.FILTERED -> unusable("reply.filtered", "the server's content filter held it back");
            case ModelReply.REFUSED -> unusable("reply.refused", "the model refused: " + reply.text());
            case ModelReply.TOO_LONG ->
                unusable("reply.too_long", "it was longer than " + ModelReply.MOST_BYTES / 1024 + " KiB: be shorter");
            case ModelReply.NO_COMPLETION -> unusable("reply.no_completion", "it was not a chat completion");
            default -> ReplyReader.read(reply.text(), prompt);
        };
    }

    static Reply.Unusable unusable(String id, String message) {
        return new Reply.Unusable(List.of(ReplyReader.wrongReply(id, "reply", message)));
    }
}

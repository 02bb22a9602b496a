package org.rulebatch.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Printable;
import org.rulebatch.imports.ImportReport.Rule;
import org.rulebatch.imports.format.ForeignRule;
import org.rulebatch.imports.format.Formats;
import org.rulebatch.imports.format.ImportLog;
import org.rulebatch.imports.format.Source;
import org.rulebatch.imports.format.Table;
import org.rulebatch.imports.format.UnreadableException;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.metadata.Names;

/**
 * Imports files of other tools, and tables, into a rules folder. The same files give the same bytes, so that a second import changes
 * nothing; a file that says something else stays as it is unless it may be written over.
 */
public final class RuleImport {

    /**
     * How an import is done.
     *
     * @param rules where {@code <service>/metadata/<rule_id>.yaml} is written
     * @param force whether a file that says something else is written over
     * @param dryRun whether nothing is written
     * @param tables how tables are read
     */
    public record Options(Path rules, boolean force, boolean dryRun, Table.Options tables) {}

    private record Text(Path file, String title, String text) {}

    private final Naming naming;
    private final Options options;

    public RuleImport(Catalog catalog, Knowledge knowledge, Options options) {
        this.naming = new Naming(catalog, knowledge);
        this.options = options;
    }

    /**
     * Imports files, and all that fit below folders.
     *
     * @param format the name of a format; empty to recognize each file's
     * @throws IOException if a folder cannot be listed, or a rule cannot be written
     */
    public ImportReport run(Optional<String> format, List<Path> paths) throws IOException {
        ImportLog log = new ImportLog();
        int taken = 0;
        int passed = 0;
        TreeMap<String, Integer> others = new TreeMap<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                for (Path file : FolderFiles.below(path)) {
                    if (read(format, file, false, log)) {
                        taken++;
                    } else {
                        passed++;
                        recognized(file).ifPresent(name -> others.merge(name, 1, Integer::sum));
                    }
                }
            } else if (read(format, path, true, log)) {
                taken++;
            }
        }
        others.forEach((name, count) ->
                log.note("There " + (count == 1 ? "is 1 file" : "are " + count + " files") + " of the format " + name));
        List<Rule> written = new ArrayList<>();
        int unchanged = 0;
        for (Text each : texts(log)) {
            String state = put(each);
            if (state.equals("unchanged")) {
                unchanged++;
            } else if (state.equals("written")) {
                written.add(new Rule(each.file().toString(), each.title()));
            } else {
                log.leftOut(
                        each.file().toString(),
                        "",
                        "it says something else and stays as it is",
                        "compare them, and import again with --force to write over it");
            }
        }
        return new ImportReport(written, unchanged, log.problems(), log.notes(), log.droppedKeys(), taken, passed);
    }

    private Optional<String> recognized(Path file) {
        try {
            return Formats.recognized(new Source(file, options.tables()));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    /** @return whether the file is of a format, or ought to be */
    private boolean read(Optional<String> format, Path file, boolean isNamed, ImportLog log) {
        Source source = new Source(file, options.tables());
        try {
            Optional<String> name = format.filter(asked -> Formats.fits(asked, source));
            if (name.isEmpty() && (isNamed || format.isEmpty())) {
                name = Formats.recognized(source);
                if (name.isPresent() && format.isPresent()) {
                    log.note(file + " is read as " + name.get() + ", which it is, and not as " + format.get());
                }
            }
            if (name.isPresent()) {
                Formats.read(name.get(), source, log);
            } else if (isNamed) {
                String hint = "name " + Formats.files(format.orElse("csv"))
                        + (format.isPresent() ? "" : ", or a file of " + String.join(", ", Formats.names()));
                log.leftOut(file.toString(), "", "is of no format that is known", hint);
            }
            return name.isPresent() || isNamed;
        } catch (UnreadableException e) {
            log.leftOut(e.place(), "", String.valueOf(e.getMessage()), e.hint());
            return true;
        }
    }

    /** The files to write, by the order of the other tool's ids; of checks of one name the second gets its id added. */
    private List<Text> texts(ImportLog log) {
        List<Text> texts = new ArrayList<>();
        Map<String, String> origins = new HashMap<>();
        for (ForeignRule rule : log.rules()) {
            Naming.Name name = naming.name(rule, log);
            if (name == null) {
                continue;
            }
            String id = name.ruleId();
            if (origins.putIfAbsent(id, rule.id()) != null) {
                id += "_" + rule.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
                origins.put(id, rule.id());
            }
            if (Names.isRuleId(id) && Names.isService(name.service())) {
                Path file = options.rules()
                        .resolve(name.service())
                        .resolve("metadata")
                        .resolve(id + ".yaml");
                texts.add(new Text(file, rule.title(), MetadataText.of(id, name, rule)));
            } else {
                log.leftOut(
                        rule.place(), rule.id(), "its id would be '" + Printable.name(id) + "'", "shorten its title");
            }
        }
        return texts;
    }

    private String put(Text rule) throws IOException {
        Path file = rule.file();
        if (Files.exists(file)) {
            if (Files.readString(file, StandardCharsets.UTF_8).equals(rule.text())) {
                return "unchanged";
            }
            if (!options.force()) {
                return "differs";
            }
        }
        if (!options.dryRun()) {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, rule.text());
        }
        return "written";
    }
}

package org.rulebatch.yaml;

import java.io.Writer;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.common.SpecVersion;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLFactoryBuilder;
import tools.jackson.dataformat.yaml.YAMLGenerator;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * Writes YAML: block style, keys in the order they are given, the same bytes each time. Of the two kinds of quotes a text gets
 * those that need fewer escapes.
 */
public final class YamlText {

    private static final YAMLMapper MAPPER = YAMLMapper.builder(new QuotingFactory(YAMLFactory.builder()
                    .stringQuotingChecker(new PlainWords())
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)))
            .build();

    private YamlText() {}

    /** The text of maps, lists and scalars, ending in a newline. */
    public static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Leaves only plain words unquoted, so that YAML 1.1 and 1.2 readers see the same strings. */
    private static final class PlainWords extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./ -]*(?<! )");

        @Override
        public boolean needToQuoteName(String name) {
            return super.needToQuoteName(name) || !PLAIN.matcher(name).matches();
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || !PLAIN.matcher(value).matches();
        }
    }

    /** Makes generators that choose the quotes. */
    private static final class QuotingFactory extends YAMLFactory {
        private static final long serialVersionUID = 1L;

        QuotingFactory(YAMLFactoryBuilder builder) {
            super(builder);
        }

        @Override
        protected YAMLGenerator _createGenerator(ObjectWriteContext context, IOContext io, Writer out) {
            int streamFeatures = context.getStreamWriteFeatures(_streamWriteFeatures);
            int formatFeatures = context.getFormatWriteFeatures(_formatWriteFeatures);
            return new QuotingGenerator(
                    context, io, streamFeatures, formatFeatures, _quotingChecker, out, _version, _dumpSettings);
        }
    }

    /** Writes in single quotes what would have more escapes in double quotes. */
    private static final class QuotingGenerator extends YAMLGenerator {

        QuotingGenerator(
                ObjectWriteContext context,
                IOContext io,
                int streamFeatures,
                int formatFeatures,
                StringQuotingChecker checker,
                Writer out,
                SpecVersion version,
                DumpSettings settings) {
            super(context, io, streamFeatures, formatFeatures, checker, out, version, settings);
        }

        @Override
        protected void _writeScalar(String value, String type, ScalarStyle style) {
            boolean isQuoted = style == ScalarStyle.DOUBLE_QUOTED;
            super._writeScalar(value, type, isQuoted && readsBetterInSingle(value) ? ScalarStyle.SINGLE_QUOTED : style);
        }

        private static boolean readsBetterInSingle(String value) {
            long escaped = value.chars().filter(c -> c == '"' || c == '\\').count();
            return escaped > value.chars().filter(c -> c == '\'').count();
        }
    }
}

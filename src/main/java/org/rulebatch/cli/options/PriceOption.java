package org.rulebatch.cli.options;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.generate.llm.cost.Tariff;
import org.rulebatch.store.InputException;

/** Reads {@code --llm.price}: US dollars for a million tokens of prompt, cached prompt and reply. */
final class PriceOption {

    private static final String NUMBER = "(\\d{1,5}(?:\\.\\d{1,6})?)";
    private static final Pattern PRICE = Pattern.compile(NUMBER + "/(?:" + NUMBER + "/)?" + NUMBER);
    private static final int MILLION = 6;

    private PriceOption() {}

    static Tariff parse(String text) {
        Matcher matcher = PRICE.matcher(text);
        if (!matcher.matches()) {
            throw new InputException(
                    "--llm.price: '" + text + "' is not a price; write dollars for a million tokens: 0.40/1.60.");
        }
        BigDecimal prompt = new BigDecimal(matcher.group(1));
        BigDecimal cached = matcher.group(2) == null ? prompt : new BigDecimal(matcher.group(2));
        BigDecimal reply = new BigDecimal(matcher.group(3));
        return (model, usage) ->
                Optional.of(prompt.multiply(BigDecimal.valueOf(usage.promptTokens() - usage.cachedTokens()))
                        .add(cached.multiply(BigDecimal.valueOf(usage.cachedTokens())))
                        .add(reply.multiply(BigDecimal.valueOf(usage.replyTokens())))
                        .movePointLeft(MILLION));
    }
}

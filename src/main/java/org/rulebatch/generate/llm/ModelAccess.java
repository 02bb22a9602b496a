package org.rulebatch.generate.llm;

import java.util.function.Supplier;
import org.rulebatch.generate.llm.chat.Model;
import org.rulebatch.generate.llm.cost.Ledger;
import org.rulebatch.generate.llm.cost.Pacing;
import org.rulebatch.generate.llm.cost.UsageCheck;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.http.OpenAiModel;
import org.rulebatch.generate.llm.pace.Budget;
import org.rulebatch.generate.llm.pace.CallGate;
import org.rulebatch.generate.llm.pace.Health;
import org.rulebatch.generate.llm.pace.Pace;
import org.rulebatch.generate.llm.pace.PacedModel;
import org.rulebatch.generate.llm.pace.Quota;

/**
 * How a model is asked, with all that goes with it.
 *
 * @param pacing how it went so far
 */
record ModelAccess(Model model, Supplier<Pacing> pacing) {

    /** One call a question, at a pace that the server can take. */
    static ModelAccess live(GeneratorSettings settings, Quota quota, Ledger ledger, CallGate gate) {
        ModelSettings model = settings.model();
        Pace pace = new Pace(settings.limits(), quota, model.baseUrl() + " " + model.model(), gate);
        PacedModel paced = new PacedModel(
                new OpenAiModel(model, pace, new UsageCheck(settings.counter())),
                model,
                settings.limits(),
                settings.counter(),
                pace,
                new Health(settings.limits().giveUpAfter(), ledger.total().calls() > 0, gate),
                new Budget(
                        settings.caps(),
                        ledger::cost,
                        ledger.cost(ledger.total()),
                        ledger.total().calls(),
                        gate),
                gate);
        return new ModelAccess(paced, paced::pacing);
    }
}

package org.rulebatch.language;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.values.ErrorValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.language.value.Reading;

/** Says in words why an evaluation failed. */
final class Failures {

    private Failures() {}

    /**
     * The reason of a failure. An operator that gets a failure as operand reports that it cannot be applied; the first
     * failure that a second, traced evaluation sees is the real one.
     */
    static String message(CelEvaluationException thrown, Reading reading, CelRuntime.Program program) {
        List<Throwable> first = new ArrayList<>();
        try {
            reading.during(variables -> program.trace(variables, (expression, value) -> {
                if (value instanceof ErrorValue error && first.isEmpty()) {
                    first.add(error.value());
                }
            }));
        } catch (CelEvaluationException again) {
            return said(first.isEmpty() ? again : first.get(0));
        }
        return said(thrown);
    }

    private static String said(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String detail = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String reason =
                switch (code(failure)) {
                    case ITERATION_BUDGET_EXCEEDED ->
                        "It goes through more than " + Bounds.ITERATIONS + " elements, which is the limit";
                    case DIVIDE_BY_ZERO -> "It divides by zero";
                    case NUMERIC_OVERFLOW -> "A number is too large for 64 bits";
                    case INDEX_OUT_OF_BOUNDS ->
                        "It asks for an element that the list does not have: "
                                + detail.replace("Index out of bounds: ", "index ");
                    case BAD_FORMAT ->
                        "A text does not have the form that is needed: " + detail.replace("For input string: ", "");
                    default -> detail;
                };
        return reason.endsWith(".") ? reason : reason + ".";
    }

    private static CelErrorCode code(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            CelErrorCode code = each instanceof CelEvaluationException thrown
                    ? thrown.getErrorCode()
                    : each instanceof CelRuntimeException known ? known.getErrorCode() : null;
            if (code != null && code != CelErrorCode.INTERNAL_ERROR) {
                return code;
            }
        }
        return CelErrorCode.INTERNAL_ERROR;
    }
}

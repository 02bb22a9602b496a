package org.rulebatch.ruleyaml;

import java.util.List;

/** A requirement with the reads that it needs. */
public sealed interface CheckPlan permits ConditionsPlan, ExpressionsPlan {

    /** The reads that are planned for, the main one first; what stands above each is its parent. */
    List<PlannedCall> calls();
}

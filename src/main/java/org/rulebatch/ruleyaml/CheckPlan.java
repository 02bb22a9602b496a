package org.rulebatch.ruleyaml;

/** A requirement with the reads that it needs. */
public sealed interface CheckPlan permits ConditionsPlan, ExpressionsPlan {}

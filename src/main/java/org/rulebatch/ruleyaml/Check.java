package org.rulebatch.ruleyaml;

/**
 * A rule as it is executed.
 *
 * @param forEach the discovery whose items are judged; {@link #ACCOUNT} or {@link #REGION} for one verdict there
 */
public record Check(String ruleId, String title, String severity, String forEach, Demand demand) {

    /** Judged once, with what all regions hold. */
    public static final String ACCOUNT = "account";

    /** Judged once a region. */
    public static final String REGION = "region";

    /** Whether the items of a discovery are judged, and not an account or a region. */
    public boolean isOfItems() {
        return !forEach.equals(ACCOUNT) && !forEach.equals(REGION);
    }
}

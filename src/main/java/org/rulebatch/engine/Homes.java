package org.rulebatch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves a resource that several regions list to one of them: a trail of all Regions is listed in each, and there is one of it.
 * Its home is the region in its ARN; where that one does not list it, the first that does stands in.
 */
final class Homes {

    private static final int REGION_IN_ARN = 3;

    private final ResourceNames names;

    Homes(ResourceNames names) {
        this.names = names;
    }

    /**
     * The items of each region, without those that are left to another.
     *
     * @param discovery whose items they are
     * @param items by region
     */
    List<List<Map<String, Object>>> atHome(
            String discovery, List<String> regions, List<List<Map<String, Object>>> items) {
        if (items.size() == 1) {
            return items;
        }
        Map<String, String> homes = homes(discovery, regions, items);
        List<List<Map<String, Object>>> atHome = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String region = regions.get(i);
            atHome.add(items.get(i).stream()
                    .filter(item -> names.arn(discovery, item)
                            .map(homes::get)
                            .map(region::equals)
                            .orElse(true))
                    .toList());
        }
        return atHome;
    }

    /** ARN to region. */
    private Map<String, String> homes(String discovery, List<String> regions, List<List<Map<String, Object>>> items) {
        Map<String, String> homes = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String region = regions.get(i);
            for (Map<String, Object> item : items.get(i)) {
                names.arn(discovery, item).ifPresent(arn -> {
                    homes.putIfAbsent(arn, region);
                    regionOf(arn).filter(region::equals).ifPresent(home -> homes.put(arn, home));
                });
            }
        }
        return homes;
    }

    private static Optional<String> regionOf(String arn) {
        String[] parts = arn.split(":", -1);
        return parts.length > REGION_IN_ARN ? Optional.of(parts[REGION_IN_ARN]) : Optional.empty();
    }
}

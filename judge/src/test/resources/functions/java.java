import java.util.*;

class Solution {
    static Map<String, String[]> combine(
            String text, long[][] numbers, Map<String, Double> weights, boolean loud) {
        System.out.println("printed by the learner");
        String[] sums = new String[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            sums[i] = String.valueOf(Arrays.stream(numbers[i]).sum());
        }
        List<String> shown = new ArrayList<>();
        new TreeMap<>(weights)
                .forEach((key, weight) -> shown.add(key + String.format(Locale.ROOT, "=%.2f", weight)));
        Map<String, String[]> result = new HashMap<>();
        result.put(text, sums);
        result.put("weights", shown.toArray(new String[0]));
        result.put("loud", new String[] {loud ? "yes" : "no"});
        return result;
    }
}

import java.util.*;

class Solution {
    static String favouriteFruit(String[] votes) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String vote : votes) {
            counts.merge(vote, 1, Integer::sum);
        }
        String best = votes[0];
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }
}

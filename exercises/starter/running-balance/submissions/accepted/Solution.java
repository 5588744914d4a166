class Solution {
    static long[] runningBalance(long[] changes) {
        long[] balances = new long[changes.length];
        long balance = 0;
        for (int i = 0; i < changes.length; i++) {
            balance += changes[i];
            balances[i] = balance;
        }
        return balances;
    }
}

package dev.lintel.domain.schedule;

import java.util.Arrays;

/** Ascending numbers at which something begins, ends, begins and so on; with an odd number of them it goes on. */
final class EdgeList {
    static final int[] NOTHING = {};

    private EdgeList() {}

    /** What is in the one list and, depending on {@code inside}, also in the other or not in it. */
    static int[] combine(int[] edges, int[] other, boolean inside) {
        int[] result = new int[edges.length + other.length];
        int used = 0;
        int i = 0;
        int j = 0;
        boolean was = false;
        while (i < edges.length || j < other.length) {
            int at = j == other.length || i < edges.length && edges[i] <= other[j] ? edges[i] : other[j];
            i += i < edges.length && edges[i] == at ? 1 : 0;
            j += j < other.length && other[j] == at ? 1 : 0;
            boolean is = (i & 1) == 1 && ((j & 1) == 1) == inside;
            if (is != was) {
                result[used++] = at;
                was = is;
            }
        }
        return used == 0 ? NOTHING : Arrays.copyOf(result, used);
    }
}

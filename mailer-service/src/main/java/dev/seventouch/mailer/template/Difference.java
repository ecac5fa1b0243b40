package dev.seventouch.mailer.template;

import java.util.ArrayList;
import java.util.List;

/** What is different between two versions of a template, line by line. */
public final class Difference {

    /** So much can be compared within milliseconds; what is longer is shown as taken out and put in. */
    private static final int MOST_CELLS = 4_000_000;

    private Difference() {}

    /**
     * A line.
     *
     * @param was its number before, from 1; 0 if it is new
     * @param is its number now, from 1; 0 if it is gone
     */
    public record Line(Change change, int was, int is, String words) {}

    /** What became of a line. */
    public enum Change {
        SAME,
        GONE,
        NEW
    }

    /** All lines of both in reading order; what is common to both is as long as it can be. */
    public static List<Line> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int from = 0;
        while (from < Math.min(old.size(), now.size()) && old.get(from).equals(now.get(from))) {
            from++;
        }
        int oldEnd = old.size();
        int nowEnd = now.size();
        while (oldEnd > from && nowEnd > from && old.get(oldEnd - 1).equals(now.get(nowEnd - 1))) {
            oldEnd--;
            nowEnd--;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < from; i++) {
            lines.add(new Line(Change.SAME, i + 1, i + 1, old.get(i)));
        }
        middle(old, now, from, oldEnd, nowEnd, lines);
        for (int i = oldEnd; i < old.size(); i++) {
            lines.add(new Line(Change.SAME, i + 1, nowEnd + i - oldEnd + 1, old.get(i)));
        }
        return lines;
    }

    /** By the longest common subsequence of what lies between equal beginnings and equal ends. */
    private static void middle(List<String> old, List<String> now, int from, int oldEnd, int nowEnd, List<Line> to) {
        int rows = oldEnd - from;
        int columns = nowEnd - from;
        boolean isComparable = (long) (rows + 1) * (columns + 1) <= MOST_CELLS;
        int[][] common = new int[isComparable ? rows + 1 : 0][columns + 1];
        for (int i = rows - 1; isComparable && i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = old.get(from + i).equals(now.get(from + j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows || j < columns) {
            if (isComparable && i < rows && j < columns && old.get(from + i).equals(now.get(from + j))) {
                to.add(new Line(Change.SAME, from + i + 1, from + j + 1, old.get(from + i)));
                i++;
                j++;
            } else if (i < rows && (!isComparable || j == columns || common[i + 1][j] >= common[i][j + 1])) {
                to.add(new Line(Change.GONE, from + i + 1, 0, old.get(from + i)));
                i++;
            } else {
                to.add(new Line(Change.NEW, 0, from + j + 1, now.get(from + j)));
                j++;
            }
        }
    }
}

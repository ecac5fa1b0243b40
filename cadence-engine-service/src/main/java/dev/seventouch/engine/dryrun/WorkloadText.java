package dev.seventouch.engine.dryrun;

import dev.seventouch.engine.simulation.Workload;
import dev.seventouch.engine.simulation.Workload.Day;
import dev.seventouch.engine.simulation.Workload.RepDay;
import dev.seventouch.engine.simulation.Workload.RepLoad;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an import brings about, as people read it. */
public final class WorkloadText {
    private static final int FIRST_DAYS = 20;
    private static final int BUSIEST = 10;
    private static final int MOST = 15;

    private final ImportPlay.Outcome outcome;
    private final Workload load;
    private final Costs costs;
    private final int minutesADay;
    private final List<String> rows = new ArrayList<>();

    private WorkloadText(ImportPlay.Outcome outcome, Costs costs, int minutesADay) {
        this.outcome = outcome;
        this.load = outcome.workload();
        this.costs = costs;
        this.minutesADay = minutesADay;
    }

    public static String of(String plan, ImportPlay.Outcome outcome, Costs costs, int minutesADay) {
        WorkloadText text = new WorkloadText(outcome, costs, minutesADay);
        text.head(plan);
        text.channels();
        text.days();
        text.bursts();
        text.releases();
        text.dry();
        text.people();
        text.passedOver();
        text.badRows();
        return String.join("\n", text.rows) + "\n";
    }

    private void head(String plan) {
        rows.add(plan + ", as a list of leads would bring it about");
        rows.add("");
        rows.add("  rows   " + count(outcome.rows()) + ", " + count(outcome.badRows()) + " of them can't be read");
        rows.add("  leads  " + count(load.leads())
                + (load.again() == 0 ? "" : "; further rows about one of them: " + count(load.again())));
        load.cadences().forEach((cadence, leads) -> rows.add("         " + count(leads) + " by " + cadence));
        load.endings()
                .forEach((ending, leads) -> rows.add("         " + count(leads) + " end: " + Json.nameOf(ending)));
        rows.add("  zone   " + load.zone());
        rows.add("  from   " + Moments.full(load.from(), load.zone()));
        rows.add("  to     " + Moments.full(load.until(), load.zone()));
    }

    private void title(String title) {
        rows.add("");
        rows.add("── " + title + " " + "─".repeat(Math.max(0, 96 - title.length())));
    }

    // ---- touches

    private void channels() {
        title("Touches and what they cost");
        Table table = new Table(8, -10, -10, -12);
        rows.add(table.row("channel", "touches", "each", "cost"));
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<Channel, Integer> channel : load.counts().entrySet()) {
            BigDecimal cost = costs.of(channel.getKey(), channel.getValue());
            all = all.add(cost);
            rows.add(table.row(
                    Json.nameOf(channel.getKey()),
                    count(channel.getValue()),
                    money(costs.of(channel.getKey(), 1)),
                    money(cost)));
        }
        rows.add(
                table.row("all", count(load.days().stream().mapToInt(Day::total).sum()), "", money(all)));
    }

    private void days() {
        List<Day> days = load.days();
        int first = Math.min(FIRST_DAYS, days.size());
        if (first == 0) {
            return;
        }
        title("Touches a day, the first " + first + " days; then a month (each day: --format json)");
        List<Channel> channels = List.copyOf(load.counts().keySet());
        Table table = new Table(columns(channels.size()));
        rows.add(table.row(cells("day", channels, Json::nameOf, "all")));
        days.subList(0, first).forEach(day -> rows.add(counts(Moments.fullDay(day.date()), day, channels, table)));
        months(days.subList(first, days.size()))
                .forEach((month, sum) -> rows.add(counts(month.toString(), sum, channels, table)));
    }

    private static Map<YearMonth, Day> months(List<Day> days) {
        Map<YearMonth, Day> months = new TreeMap<>();
        for (Day day : days) {
            months.merge(YearMonth.from(day.date()), day, WorkloadText::sum);
        }
        return months;
    }

    private static Day sum(Day one, Day other) {
        Map<Channel, Integer> touches = new EnumMap<>(Channel.class);
        touches.putAll(one.touches());
        other.touches().forEach((channel, count) -> touches.merge(channel, count, Integer::sum));
        return new Day(one.date(), touches);
    }

    private static int[] columns(int channels) {
        int[] widths = new int[channels + 2];
        java.util.Arrays.fill(widths, -8);
        widths[0] = 15;
        return widths;
    }

    private static String counts(String name, Day day, List<Channel> channels, Table table) {
        return table.row(
                cells(name, channels, channel -> count(day.touches().getOrDefault(channel, 0)), count(day.total())));
    }

    private static String[] cells(String name, List<Channel> channels, Function<Channel, String> cell, String all) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        channels.forEach(channel -> cells.add(cell.apply(channel)));
        cells.add(all);
        return cells.toArray(String[]::new);
    }

    private void bursts() {
        title("The busiest days and hours");
        Table table = new Table(15, -8, 4, 21, -8, -8);
        rows.add(table.row("day", "touches", "", "hour", "due", "out"));
        List<Day> days = load.days().stream()
                .sorted(Comparator.comparingInt(Day::total).reversed())
                .limit(BUSIEST)
                .toList();
        for (int i = 0; i < Math.max(days.size(), load.hours().size()); i++) {
            String[] cells = {"", "", "", "", "", ""};
            if (i < days.size()) {
                cells[0] = Moments.fullDay(days.get(i).date());
                cells[1] = count(days.get(i).total());
            }
            if (i < load.hours().size()) {
                Workload.Hour hour = load.hours().get(i);
                cells[3] = Moments.full(hour.begins(), load.zone());
                cells[4] = count(hour.due());
                cells[5] = count(hour.out());
            }
            rows.add(table.row(cells));
        }
    }

    private void releases() {
        for (Workload.Released release : load.releases()) {
            rows.add("");
            rows.add(release.cadence() + " lets out " + release.rate() + ": "
                    + (release.held() == 0
                            ? "nothing ever waits for its turn"
                            : count(release.held()) + " touches wait for their turn, the longest "
                                    + length(release.longest()) + ", the last until "
                                    + Moments.full(release.until(), load.zone())));
        }
        if (load.releases().isEmpty()) {
            rows.add("");
            rows.add("No limits.release: what is due goes out at once.");
        }
    }

    // ---- the library

    private void dry() {
        title("Where the library runs out, so that a person is asked to find a reason");
        if (load.dry().isEmpty()) {
            rows.add("Nowhere.");
            return;
        }
        Table table = new Table(15, -8, -8, 20, 18, 8, 40);
        rows.add(table.row("from", "leads", "asks", "cadence", "step", "channel", "topics"));
        load.dry()
                .forEach(dry -> rows.add(table.row(
                        Moments.fullDay(dry.first()),
                        count(dry.leads()),
                        count(dry.asks()),
                        dry.cadence().toString(),
                        dry.step(),
                        Json.nameOf(dry.channel()),
                        dry.topics().isEmpty() ? "any" : String.join(", ", dry.topics()))));
    }

    // ---- people

    private void people() {
        title("Tasks, against " + minutesADay + " minutes a day for each");
        if (load.reps().isEmpty()) {
            rows.add("None.");
            return;
        }
        Table table = new Table(24, -8, -9, -10, 15, -9, 15);
        rows.add(table.row("rep", "tasks", "minutes", "days over", "first over", "most", "on"));
        load.reps().stream()
                .sorted(Comparator.comparingInt(RepLoad::minutes).reversed())
                .limit(MOST)
                .forEach(rep -> rows.add(table.row(
                        rep.name(),
                        count(rep.tasks()),
                        count(rep.minutes()),
                        count(WorkloadJson.daysOver(rep, minutesADay)),
                        rep.days().stream()
                                .filter(day -> day.minutes() > minutesADay)
                                .findFirst()
                                .map(day -> Moments.fullDay(day.date()))
                                .orElse("never"),
                        count(most(rep).minutes()),
                        Moments.fullDay(most(rep).date()))));
        if (load.reps().size() > MOST) {
            rows.add("… and " + (load.reps().size() - MOST) + " more (--format json)");
        }
        rows.add("");
        rows.add("Where the plan does not say how long a task takes: "
                + Workload.USUAL_MINUTES.entrySet().stream()
                        .filter(minutes -> !minutes.getKey().isAutomatic())
                        .sorted(Map.Entry.comparingByKey())
                        .map(minutes -> Json.nameOf(minutes.getKey()) + " " + minutes.getValue())
                        .collect(Collectors.joining(", "))
                + " minutes.");
    }

    private static RepDay most(RepLoad rep) {
        return rep.days().stream().max(Comparator.comparingInt(RepDay::minutes)).orElseThrow();
    }

    // ---- what does not come

    private void passedOver() {
        if (load.passedOver().isEmpty()) {
            return;
        }
        title("Passed over");
        Table table = new Table(-9, 20, 18, 60);
        load.passedOver().stream()
                .limit(MOST)
                .forEach(passed -> rows.add(
                        table.row(count(passed.count()), passed.cadence().toString(), passed.step(), passed.why())));
    }

    private void badRows() {
        if (outcome.badRows() == 0) {
            return;
        }
        title("Rows that can't be read");
        outcome.bad().stream().limit(MOST).forEach(bad -> rows.add("  line " + bad.line() + ": " + bad.why()));
        if (outcome.badRows() > MOST) {
            rows.add("  … and " + count(outcome.badRows() - MOST) + " more");
        }
    }

    private static String count(int number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,.2f", amount);
    }

    private static String length(Duration duration) {
        if (duration.toHours() < 2) {
            return Math.max(1, duration.toMinutes()) + " min";
        }
        return duration.toDays() < 2 ? duration.toHours() + " h" : duration.toDays() + " days";
    }
}

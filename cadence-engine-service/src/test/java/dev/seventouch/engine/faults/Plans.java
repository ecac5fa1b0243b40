package dev.seventouch.engine.faults;

/** Cadences as their authors wrote them. */
final class Plans {
    /** For everybody: a mail at once, another one after days. */
    static final String TWO_MAILS = """
            id: two-mails
            for: { source: [website], otherwise: true }
            time: { days: mon-sun, hours: "00:00-23:59", fallback: UTC }
            limits: { gap: 0h, per-week: 7 }
            steps:
              - { key: welcome, email: welcome, reason: they asked }
              - { key: figures, after: 3d, email: figures, reason: three figures are enough for an estimate }
            then:
              - { key: later, every: 30d, email: { from: library } }
            """;

    /** For whom we met at the fair: a call first, then a letter. */
    static final String CALL_AND_LETTER = """
            id: call-and-letter
            for: { source: [fair] }
            time: { days: mon-fri, hours: "09:00-17:30", fallback: Europe/Berlin }
            limits: { gap: 20h, per-week: 3 }
            steps:
              - { key: call, call: { say: Ask what they saw, minutes: 5 } }
              - { key: letter, after: 4d, letter: introduction, reason: a page that can lie on the desk }
            then:
              - { key: later, every: 30d, email: { from: library } }
            """;

    private Plans() {}
}

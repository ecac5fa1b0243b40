package dev.seventouch.engine.definition;

import static dev.seventouch.engine.definition.Plans.PLAN;
import static dev.seventouch.engine.definition.Plans.mistakes;
import static dev.seventouch.engine.definition.Plans.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row changes one thing in the plan, and tells the one mistake that this makes: line, column, words. */
class CadenceMistakesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            steps:    | stpes:               | 5:1 "stpes" is not known here; did you mean "steps"?
            id: plan  | id: plan↵fro: {}     | 2:1 "fro" is not known here; did you mean "for"?
            per-week: | perWeek:             | 4:21 "perWeek" is not known here; did you mean "per-week"?
            id: plan  | id: plan↵owner: me   | 2:1 "owner" is not known here; there are id, for, customers, again, confirm, cycle, time, limits, waits, score, steps, then, seasons
            id: plan  | id: plan↵id: plan    | 2:1 "id" is here a second time
            id: plan  | id:                  | 1:4 expected a single value; found nothing
            id: plan  | id: null             | 1:5 expected a single value; found nothing
            id: plan  | id: [plan]           | 1:5 expected a single value; found a list
            id: plan  | id: { plan: a }      | 1:5 expected a single value; found a mapping
            id: plan  | id: Plan A           | 1:5 "Plan A": expected lower-case letters, digits and hyphens, at most 60
            id: plan↵ |                      | 1:1 "id" is missing; for example id: website-enquiry
            { gap: 20h, per-week: 3 } | 20h  | 4:9 expected a mapping with gap, per-week, per-month, release, release-first; found "20h"
            { gap: 20h, per-week: 3 } | [3]  | 4:9 expected a mapping with gap, per-week, per-month, release, release-first; found a list
            """)
    void fields(String original, @Nullable String changed, String mistake) {
        assertOneMistake(original, changed, mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            source: website     | sources: website               | 2:8 "sources" is not known here; did you mean "source"?
            source: website     | source: Web Site               | 2:16 "Web Site": expected lower-case letters, digits and hyphens, such as trade-fair
            source: website     | source: []                     | 2:16 expected at least one; found an empty list
            source: website     | source: [website, website]     | 2:26 "website" is here a second time
            source: website     | otherwise: maybe               | 2:19 "maybe": expected yes or no
            { source: website } | {}                             | 2:6 this takes nobody; name a source, or leave "for" out if leads only move in from other cadences
            { source: website } | website                        | 2:6 expected a mapping with source, otherwise; found "website"
            id: plan | id: plan↵customers: Our Customers         | 2:12 "Our Customers": expected lower-case letters, digits and hyphens, at most 60
            id: plan | id: plan↵again: {}                        | 2:8 "after" is missing; for example after: [ready-to-buy]
            id: plan | id: plan↵again: { after: stopped }        | 2:17 "stopped": nobody who said stop starts again
            id: plan | id: plan↵again: { after: [ready-to-bye] } | 2:18 "ready-to-bye": expected one of ready-to-buy, undeliverable, converted, unconfirmed; did you mean "ready-to-buy"?
            id: plan | id: plan↵again: { after: converted, earliest: soon } | 2:38 "soon": expected minutes, hours, days or weeks, such as 30m, 20h, 3d or 2w
            id: plan | id: plan↵confirm: { email: Confirm! }     | 2:19 "Confirm!": expected lower-case letters, digits and hyphens, at most 60
            id: plan | id: plan↵confirm: { within: 0d }          | 2:20 "0d": expected more than nothing
            id: plan | id: plan↵cycle: 0d                        | 2:8 "0d": expected more than nothing
            id: plan | id: plan↵cycle: six weeks                 | 2:8 "six weeks": expected minutes, hours, days or weeks, such as 30m, 20h, 3d or 2w
            id: plan | id: plan↵cycle: 99999999w                 | 2:8 "99999999w": expected at most a hundred years
            """)
    void who_is_taken(String original, @Nullable String changed, String mistake) {
        assertOneMistake(original, changed, mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mon-fri       | mon-fry        | 3:15 "mon-fry": expected days, such as mon-fri or mon, wed, sat
            mon-fri       | [mon, tuesday] | 3:21 "tuesday": expected days, such as mon-fri or mon, wed, sat
            mon-fri       | "-"            | 3:15 "-": expected days, such as mon-fri or mon, wed, sat
            mon-fri       | []             | 3:15 expected at least one; found an empty list
            "09:00-17:30" | 17:30-09:00    | 3:31 "17:30-09:00": expected hours that open before they close, such as "09:00-17:30"
            "09:00-17:30" | 9-17           | 3:31 "9-17": expected hours that open before they close, such as "09:00-17:30"
            "09:00-17:30" | 09:00-24:00    | 3:31 "09:00-24:00": expected hours that open before they close, such as "09:00-17:30"
            fallback:     | zone: Europe/Paris, fallback: | 3:52 expected zone: lead; the zone of a lead whose own nothing tells is "fallback"
            Europe/Berlin | Europe/Brelin  | 3:56 "Europe/Brelin": expected a time zone, such as Europe/Berlin; did you mean "Europe/Berlin"?
            Europe/Berlin | Mars/Olympus   | 3:56 "Mars/Olympus": expected a time zone, such as Europe/Berlin
            , fallback: Europe/Berlin |    | 3:7 "fallback" is missing; for example fallback: Europe/Berlin
            time: { days: mon-fri, hours: "09:00-17:30", fallback: Europe/Berlin }↵ | | 1:1 "time" is missing; for example time: { days: mon-fri, hours: "09:00-17:30", fallback: Europe/Berlin }
            """)
    void hours(String original, @Nullable String changed, String mistake) {
        assertOneMistake(original, changed, mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            holidays: dee                | 56 "dee": no holidays are known for it; expected lead, or a country or a part of it such as de or de-by; did you mean "de"?
            holidays: [de, Germany]      | 61 "Germany": no holidays are known for it; expected lead, or a country or a part of it such as de or de-by; did you mean "de"?
            holidays: de-bavaria         | 56 "de-bavaria": no holidays are known for it; expected lead, or a country or a part of it such as de or de-by; did you mean "de"?
            holidays: leed               | 56 "leed": no holidays are known for it; expected lead, or a country or a part of it such as de or de-by; did you mean "lead"?
            holidays: Bavaria            | 56 "Bavaria": no holidays are known for it; expected lead, or a country or a part of it such as de or de-by
            quiet: Christmas             | 53 "Christmas": expected dates, such as 12-05..12-16, 2027-03-05 or 2027-03-05..2027-03-09
            quiet: [12-32]               | 54 "12-32": expected dates, such as 12-05..12-16, 2027-03-05 or 2027-03-05..2027-03-09
            quiet: [12-24..2027-01-06]   | 54 "12-24..2027-01-06": expected dates, such as 12-05..12-16, 2027-03-05 or 2027-03-05..2027-03-09
            quiet: 2027-03-09..2027-03-05 | 53 "2027-03-09..2027-03-05": the last day is before the first
            quiet: 01-01..12-31          | 53 these leave no day of a whole year on which anything may go out
            quiet: 03-01..02-28          | 53 these leave no day of a whole year on which anything may go out
            quiet: [04-01..12-31, 2027-01-01..2027-03-31] | 53 these leave no day of a whole year on which anything may go out
            """)
    void holidays_and_quiet_days(String field, String mistake) {
        assertOneMistake("fallback:", field + ", fallback:", "3:" + mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gap: 20h    | gap: wide           | 4:16 "wide": expected minutes, hours, days or weeks, such as 30m, 20h, 3d or 2w
            per-week: 3 | per-week: 0         | 4:31 "0": expected a whole number of 1 or more
            per-week: 3 | per-month: many     | 4:32 "many": expected a whole number of 1 or more
            per-week: 3 | release: 0/h        | 4:30 "0/h": expected at least 1; at this rate nothing ever goes out
            per-week: 3 | release: 600        | 4:30 "600": expected so many an hour or a minute, such as 600/h or 20/m
            per-week: 3 | release: 600/d      | 4:30 "600/d": expected so many an hour or a minute, such as 600/h or 20/m
            per-week: 3 | release-first: yes  | 4:21 "release-first" holds nothing back without "release", such as 600/h
            id: plan | id: plan↵waits: { reply: -1d }              | 2:17 "-1d": expected minutes, hours, days or weeks, such as 30m, 20h, 3d or 2w
            id: plan | id: plan↵waits: { conversion: 3d }          | 2:10 "conversion" is not known here; did you mean "conversation"?
            id: plan | id: plan↵score: { opened: -1 }              | 2:18 "-1": expected a whole number of 0 or more
            id: plan | id: plan↵score: { task: { say: Call. } }    | 2:16 "at" is missing; for example at: 30
            id: plan | id: plan↵score: { task: { at: 0, say: A } } | 2:22 "0": expected a whole number of 1 or more
            id: plan | id: plan↵score: { task: { at: 30 } }        | 2:16 "say" is missing; for example say: "Reads everything we send. Call."
            """)
    void limits_waits_and_scores(String original, @Nullable String changed, String mistake) {
        assertOneMistake(original, changed, mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            key: call      | key: welcome             | 9:10 there is a step "welcome" already, in line 6
            key: later     | key: offer               | 18:12 there is a step "offer" already, in line 12
            key: later     | key: year                | 18:12 there is a phase "year" already, in line 17
            key: winter    | key: year                | 20:12 there is a phase "year" already, in line 17
            key: winter    | key: The Winter          | 20:12 "The Winter": expected lower-case letters, digits and hyphens, at most 60
            - key: call↵   | -↵                       | 10:5 "key" is missing; for example key: intro-call
            key: winter,   |                          | 20:5 "key" is missing; for example key: intro-call
            ↵    after: 1d |                          | 9:5 "after" is missing: how long after the step before, such as 3d
            after: 1d      | afetr: 1d                | 10:5 "afetr" is not known here; did you mean "after"?
            after: 1d      | after: soon              | 10:12 "soon": expected how long, such as 30m, 20h, 3d or 2w, 14d from capture, or 50% of cycle
            after: 1d      | after: soon from capture | 10:12 "soon from capture": expected how long, such as 30m, 20h, 3d or 2w, 14d from capture, or 50% of cycle
            after: 1d      | after: 1d from start     | 10:12 "1d from start": expected how long, such as 30m, 20h, 3d or 2w, 14d from capture, or 50% of cycle
            after: 1d      | after: 501% of cycle     | 10:12 "501% of cycle": expected 0% to 500% of cycle
            after: 1d      | after: -5% of cycle      | 10:12 "-5% of cycle": expected how long, such as 30m, 20h, 3d or 2w, 14d from capture, or 50% of cycle
            """)
    void keys_and_delays(String original, @Nullable String changed, String mistake) {
        assertOneMistake(original, changed, mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            call: { say         | cal: { say                        | 11:5 "cal" is not known here; did you mean "call"?
            ↵    letter: offer  |                                   | 12:5 a touch needs a channel: one of email, letter, card, call, visit, note, gift
            letter: offer       | letter: offer↵    email: offer    | 14:5 a touch has one channel; found email, letter
            letter: offer       | letter: [offer]                   | 14:13 expected a mapping with from, reason, topics, template, say, minutes; found a list
            letter: offer       | letter:                           | 14:12 expected a single value; found nothing
            letter: offer       | letter: ../offer                  | 14:13 "../offer": expected lower-case letters, digits and hyphens, at most 60
            letter: offer       | letter: { say: Write. }           | 14:15 leave "say" out: a machine does this; name the template, such as letter: welcome
            letter: offer       | letter: {}                        | 14:13 "template" is missing; for example template: welcome
            letter: offer       | letter: { template: offer, topics: law } | 14:32 leave "topics" out: they go with from: library
            ↵    reason: it is due |                                | 12:5 "reason" is missing: why is this worth the lead's time?
            reason: it is due   | reason: ""                        | 15:13 expected a single value; found nothing
            letter: offer       | letter: { from: library }         | 15:5 leave "reason" out: the item of the library brings its own
            letter: offer↵    reason: it is due | letter: { from: libary }           | 14:21 expected from: library
            letter: offer↵    reason: it is due | letter: { from: library, say: A }  | 14:30 leave "say" out: it doesn't go with from: library
            letter: offer↵    reason: it is due | letter: { reason: library }        | 14:15 leave "reason" out: a machine does this; write from: library
            say: "Ask", minutes: 3 | reason: they asked             | 11:21 expected reason: library; a reason in words stands beside "call"
            say: "Ask", minutes | template: ask, minutes            | 11:13 leave "template" out: a person does this; tell in "say" what is to be done
            say: "Ask",         |                                   | 11:11 "say" is missing; for example say: "Ask what prompted the enquiry."
            minutes: 3          | minutes: a few                    | 11:34 "a few": expected a whole number of 1 or more
            """)
    void touches(String original, @Nullable String changed, String mistake) {
        assertOneMistake(original, changed, mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            on: weekends                 | 9 "weekends": expected days, such as mon-fri or mon, wed, sat
            on: sat, sun                 | 9 nothing goes out on sat, sun; the days of this cadence are mon, tue, wed, thu, fri
            at: noon                     | 9 "noon": expected a time of day such as "10:00", or hours such as "10:00-11:30"
            at: 11:30-10:00              | 9 "11:30-10:00": expected a time of day such as "10:00", or hours such as "10:00-11:30"
            at: 23:45                    | 9 "23:45": expected a time of day such as "10:00", or hours such as "10:00-11:30"
            at: 18:00-19:00              | 9 18:00-19:00 is not within the hours of this cadence, 09:00-17:30
            at: 08:00-10:00              | 9 08:00-10:00 is not within the hours of this cadence, 09:00-17:30
            at: 17:15                    | 9 17:15-17:45 is not within the hours of this cadence, 09:00-17:30
            date: Easter                 | 11 "Easter": expected dates, such as 12-05..12-16, 2027-03-05 or 2027-03-05..2027-03-09
            date: 2027-02-29             | 11 "2027-02-29": expected dates, such as 12-05..12-16, 2027-03-05 or 2027-03-05..2027-03-09
            date: 2027-03-06..2027-03-07 | 11 nothing goes out on any of these dates: each is quiet, or on another day than mon, tue, wed, thu, fri
            """)
    void windows(String field, String mistake) {
        assertOneMistake("after: 3d", "after: 3d↵    " + field, "14:" + mistake);
    }

    @Test
    void a_season_in_quiet_days_never_comes() {
        assertOneMistake(
                "fallback:",
                "quiet: [12-01..12-31], fallback:",
                "20:26 nothing goes out on any of these dates: each is quiet, or on another day than mon, tue, wed, thu, fri");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            when: yes                            | 14:11 expected a mapping with source, country, language, value, score, has, reachable, attributes, clicked, answered; found "yes"
            when: { industry: bakery }           | 14:13 "industry" is not known here; there are source, country, language, value, score, has, reachable, attributes, clicked, answered
            unless: { source: [] }               | 14:23 expected at least one; found an empty list
            when: { country: Germany }           | 14:22 "Germany": expected a country of ISO 3166, such as DE; did you mean "DE"?
            when: { country: [de, UK] }          | 14:27 "UK": expected a country of ISO 3166, such as DE; did you mean "GB"?
            when: { language: en-GB }            | 14:23 "en-GB": expected a language of ISO 639 without its region, such as en; did you mean "en"?
            when: { value: 5000 }                | 14:20 "5000": expected <, <=, =, >= or > and a number, such as ">= 5000"
            when: { value: ">= 5.000,00" }       | 14:20 ">= 5.000,00": expected <, <=, =, >= or > and a number, such as ">= 5000"
            when: { score: "> 1.5" }             | 14:20 "> 1.5": expected <, <=, =, >= or > and a number, such as "> 10"
            when: { has: [phone, adress] }       | 14:26 "adress": expected one of email, phone, address, referrer, conversation; did you mean "address"?
            when: { attributes: bakery }         | 14:25 expected a mapping by attribute; found "bakery"
            when: { attributes: { size: {} } }   | 14:33 expected a single value; found a mapping
            when: { clicked: welcom }            | 14:22 there is no step "welcom"; did you mean "welcome"?
            when: { clicked: [welcome, brochure] } | 14:32 there is no step "brochure"
            when: { clicked: offer }             | 14:22 this is the step "offer" itself: what comes of it is not known before it is done
            when: { clicked: later }             | 14:22 "later" comes later; ask for what comes before
            when: { clicked: call }              | 14:22 a person does "call", so there is no link to click
            when: { reachable: mail }            | 14:24 "mail": expected one of email, post, phone, visit; did you mean "email"?
            when: { answered: call }             | 14:23 expected a mapping by step; found "call"
            when: { answered: { cal: done } }    | 14:25 there is no step "cal"; did you mean "call"?
            when: { answered: { call: [] } }     | 14:31 expected at least one; found an empty list
            when: { answered: { call: "?" } }    | 14:31 "?": expected an answer, such as not interested
            when: { answered: { welcome: done } } | 14:25 no person does "welcome", so nobody notes an answer
            else: { email: a, reason: b }        | 14:5 "else" is never done without "when" or "unless"
            when: { source: a }↵    else: skip   | 15:11 expected a mapping with email, letter, card, call, visit, note, gift, reason; found "skip"
            when: { source: a }↵    else: { reason: a } | 15:11 a touch needs a channel: one of email, letter, card, call, visit, note, gift
            when: { source: a }↵    else: { email: a }  | 15:11 "reason" is missing: why is this worth the lead's time?
            when: { source: a }↵    else: { call: a, at: 10:00 } | 15:22 "at" is not known here; there are email, letter, card, call, visit, note, gift, reason
            """)
    void terms(String field, String mistake) {
        assertOneMistake("after: 3d", "after: 3d↵    " + field, mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            every: 30d   | every: 20h                     | 17:25 "20h": expected days or weeks, such as 30d or 4w
            every: 30d   | every: 0d                      | 17:25 "0d": expected days or weeks, such as 30d or 4w
            every: 30d,  |                                | 17:5 "every" is missing; for example every: 30d
            until: 365d, |                                | 17:5 "until" is missing; for example until: 365d
            until: 365d  | until: 0d                      | 17:37 "0d": expected more than nothing
            every: 90d   | every: 90d, until: 900d        | 18:31 leave "until" out: the last phase goes on for ever; or add one after it that does
            - { key: later | - { every: 60d, until: 365d, call: Ask }↵  - { key: later | 18:26 expected more than 365d, when the phase before ends
            every: 90d   | every: 90d, date: 12-05..12-16 | 18:31 "date" is not known here; there are key, every, until, on, at, rotate, when, unless, else, email, letter, card, call, visit, note, gift, reason
            every: 90d   | every: 90d, email: welcome     | 18:31 leave "email" out: with "rotate", it belongs into one of the turns
            every: 90d   | every: 90d, when: { clicked: welcome } | 18:31 leave "when" out: with "rotate", it belongs into one of the turns
            { email: { from: library } }, { call: { from: library } } | | 18:39 expected 1 to 100 touches; found 0
            { call: { from: library } } | call            | 18:71 expected a mapping with when, unless, else, email, letter, card, call, visit, note, gift, reason; found "call"
            { call: { from: library } } | { when: { clicked: summer }, call: Ask } | 18:90 there is no step "summer"
            """)
    void phases(String original, @Nullable String changed, String mistake) {
        assertOneMistake(original, changed, mistake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            date: 12-05..12-16, |                         | 20:5 "date" is missing; for example date: 12-05..12-16
            12-05..12-16        | 2027-12-05..2027-12-16  | 20:26 "2027-12-05..2027-12-16": expected dates of every year, such as 12-05..12-16
            12-05..12-16        | 12-05..12-16, on: sun   | 20:44 nothing goes out on sun; the days of this cadence are mon, tue, wed, thu, fri
            12-05..12-16        | 12-05..12-16, after: 3d | 20:40 "after" is not known here; there are key, date, on, at, when, unless, else, email, letter, card, call, visit, note, gift, reason
            """)
    void seasons(String original, @Nullable String changed, String mistake) {
        assertOneMistake(original, changed, mistake);
    }

    @Test
    void what_a_cadence_is_made_of_has_to_be_there() {
        assertThat(mistakes("for: { source: website }"))
                .containsExactly(
                        "1:1 \"id\" is missing; for example id: website-enquiry",
                        "1:1 \"time\" is missing; for example time: { days: mon-fri, hours: \"09:00-17:30\", fallback: Europe/Berlin }",
                        "1:1 \"steps\" is missing; for example steps: [ { key: welcome, email: welcome, reason: they asked } ]",
                        "1:1 \"then\" is missing: what goes on after the steps, for ever; for example then: [ { every: 90d, email: { from: library } } ]");
        assertThat(mistakes("id: a\ntime: { fallback: UTC }\nsteps: []\nthen: []\nseasons: {}"))
                .containsExactly(
                        "3:8 expected a list of at least one step",
                        "4:7 expected at least one phase, which goes on for ever",
                        "5:10 expected a list; found a mapping");
    }

    @Test
    void all_mistakes_are_named_at_once_in_the_order_of_the_text() {
        String yaml = PLAN.replace("gap: 20h", "gap: wide")
                .replace("after: 1d", "after: soon")
                .replace("mon-fri", "mon-fry")
                .replace("from: library", "from: memory")
                .replace("12-05..", "12-05...");
        assertThat(mistakes(yaml))
                .extracting(mistake -> mistake.substring(0, mistake.indexOf(' ')))
                .containsExactly("3:15", "4:16", "10:12", "17:58", "18:58", "18:86", "20:26", "20:55");
    }

    @Test
    void what_depends_on_a_mistake_is_no_second_mistake() {
        assertThat(mistakes(with("\"09:00-17:30\"", "always").replace("after: 3d", "after: 3d\n    at: 06:00")))
                .hasSize(1);
        assertThat(mistakes(with("key: call", "key: A Call")
                        .replace("after: 3d", "after: 3d\n    when: { answered: { A Call: done } }")))
                .hasSize(1);
    }

    @Test
    void what_is_long_is_quoted_in_short() {
        assertThat(mistakes(with("id: plan", "id: " + "Long ".repeat(100))))
                .containsExactly("1:5 \"" + "Long ".repeat(12)
                        + "…\": expected lower-case letters, digits and hyphens, at most 60");
    }

    @Test
    void a_text_has_at_most_two_thousand_characters() {
        assertThat(Plans.read(with("reason: it is due", "reason: " + "x".repeat(2_000)))
                        .steps())
                .hasSize(3);
        assertOneMistake(
                "reason: it is due",
                "reason: " + "x".repeat(2_001),
                "15:13 expected at most 2,000 characters; found 2,001");
    }

    @Test
    void nothing_is_without_bounds() {
        assertThat(mistakes(with(
                        "  - key: call", entries(198, "  - { key: s%d, after: 1d, call: Ask }") + "  - key: call")))
                .containsExactly("6:3 expected at most 200; found 201");
        assertThat(mistakes(with(
                        "  - { key: year",
                        entries(49, "  - { every: 1d, until: %dd, call: Ask }") + "  - { key: year")))
                .contains("17:3 expected at most 50; found 51");
        assertThat(mistakes(with(
                        "  - { key: winter",
                        entries(50, "  - { key: s%d, date: 12-05, call: Ask }") + "  - { key: winter")))
                .containsExactly("20:3 expected at most 50; found 51");
        assertThat(mistakes(with("rotate: [", "rotate: [ " + entries(99, "{ call: Ask%d },"))))
                .containsExactly("18:39 expected 1 to 100 touches; found 101");
        assertThat(mistakes(
                        with("after: 3d", "after: 3d\n    when: { attributes: {" + entries(101, "a%d: b,") + "} }")))
                .containsExactly("14:11 expected at most 100 terms; found 101");
        assertThat(mistakes(with("fallback:", "quiet: [" + entries(101, "2027-01-01..2%d-01-01,") + "], fallback:")))
                .contains("3:53 expected at most 100; found 101");
    }

    private static String entries(int count, String form) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> form.formatted(100 + number) + (form.startsWith("  -") ? "\n" : " "))
                .collect(Collectors.joining());
    }

    private static void assertOneMistake(String original, @Nullable String changed, String mistake) {
        assertThat(mistakes(with(original, changed == null ? "" : changed))).containsExactly(mistake);
    }
}

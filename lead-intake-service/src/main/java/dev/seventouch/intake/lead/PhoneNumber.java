package dev.seventouch.intake.lead;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

/** A phone number in the form of ITU-T E.164, such as {@code +49301234567}. */
record PhoneNumber(String e164) {

    /** @param region ISO 3166-1 alpha-2: where a number without a country code is dialled */
    static Reading<PhoneNumber> read(String raw, String region) {
        return switch (PlainText.line(raw, 50)) {
            case Reading.Bad<String>(var why) -> new Reading.Bad<>(why);
            case Reading.Good<String>(var text) -> ofText(text, region);
        };
    }

    private static Reading<PhoneNumber> ofText(String text, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, region);
            // "Possible" asks for the length only: a new range of numbers must not cost us a lead.
            return numbers.isPossibleNumber(number)
                    ? new Reading.Good<>(new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164)))
                    : notANumber();
        } catch (NumberParseException e) {
            return notANumber();
        }
    }

    private static Reading<PhoneNumber> notANumber() {
        return new Reading.Bad<>("is not a phone number; write it with its country code, such as +49 30 1234567");
    }
}

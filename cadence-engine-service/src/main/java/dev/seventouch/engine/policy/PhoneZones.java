package dev.seventouch.engine.policy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The time zones of phone numbers. Remembers the numbers last asked for. Thread-safe. */
final class PhoneZones {
    private static final int REMEMBERED = 1 << 13;

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final PhoneNumberToTimeZonesMapper ZONES = PhoneNumberToTimeZonesMapper.getInstance();
    private static final Set<String> KNOWN_TO_JAVA = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final AtomicReferenceArray<@Nullable Known> KNOWN = new AtomicReferenceArray<>(REMEMBERED);

    private PhoneZones() {}

    /** Null if the number cannot be read, or is of a kind that belongs to no place. */
    static @Nullable ZoneId zone(String phone, @Nullable String country) {
        int hash = phone.hashCode();
        int slot = (hash ^ hash >>> 16) & (REMEMBERED - 1);
        Known known = KNOWN.get(slot);
        if (known == null || !known.phone().equals(phone) || !Objects.equals(known.country(), country)) {
            known = new Known(phone, country, look(phone, country));
            KNOWN.set(slot, known);
        }
        return known.zone();
    }

    private static @Nullable ZoneId look(String phone, @Nullable String country) {
        try {
            PhoneNumber number = NUMBERS.parse(phone, null);
            return isOfAPlace(NUMBERS.getNumberType(number)) ? look(number, country) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private static boolean isOfAPlace(PhoneNumberType type) {
        return switch (type) {
            case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE -> true;
            case TOLL_FREE, PREMIUM_RATE, SHARED_COST, VOIP, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL, UNKNOWN -> false;
        };
    }

    private static @Nullable ZoneId look(PhoneNumber number, @Nullable String country) {
        List<ZoneId> zones = new ArrayList<>();
        for (String id : ZONES.getTimeZonesForNumber(number)) {
            if (KNOWN_TO_JAVA.contains(id)) {
                zones.add(ZoneId.of(id));
            }
        }
        if (zones.size() <= 1) {
            return zones.isEmpty() ? null : zones.getFirst();
        }
        // A mobile number has all zones that its calling code reaches, in alphabetical order.
        ZoneId ofLead = Zones.principal(country);
        if (ofLead != null && zones.contains(ofLead)) {
            return ofLead;
        }
        ZoneId ofNumber = Zones.principal(NUMBERS.getRegionCodeForNumber(number));
        return ofNumber != null && zones.contains(ofNumber) ? ofNumber : zones.getFirst();
    }

    private record Known(
            String phone,
            @Nullable String country,
            @Nullable ZoneId zone) {}
}

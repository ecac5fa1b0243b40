package dev.seventouch.mailer.template;

import dev.seventouch.events.touch.Channel;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a template is for. */
public enum Kind {
    EMAIL(Channel.EMAIL),
    LETTER(Channel.LETTER),
    CARD(Channel.CARD),
    /** The frame that other templates are put into, where it shows {@code content}. */
    LAYOUT(null);

    private final @Nullable Channel channel;

    Kind(@Nullable Channel channel) {
        this.channel = channel;
    }

    public boolean isFor(Channel wanted) {
        return channel == wanted;
    }

    static Kind named(TemplateSource.@Nullable Passage name) throws TemplateMistake {
        for (Kind kind : values()) {
            if (name != null && kind.wireName().equals(name.words())) {
                return kind;
            }
        }
        String all = Arrays.stream(values()).map(Kind::wireName).collect(Collectors.joining(", "));
        throw name == null
                ? new TemplateMistake(1, 1, "the front matter does not say its \"channel\": one of " + all)
                : new TemplateMistake(
                        name.line(), name.column(), "\"" + name.words() + "\" is no channel: take one of " + all);
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

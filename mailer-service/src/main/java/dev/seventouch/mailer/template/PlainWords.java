package dev.seventouch.mailer.template;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleHash;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets strings, numbers, yes and no, lists and maps into a template, as copies, and nothing that has methods. */
final class PlainWords implements ObjectWrapper {

    static final ObjectWrapper WRAPPER = new PlainWords();

    private PlainWords() {}

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object thing) throws TemplateModelException {
        return switch (thing) {
            case null -> null;
            case TemplateModel model -> model;
            case String words -> new SimpleScalar(words);
            case Boolean yes -> yes ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
            case Number number -> new SimpleNumber(number);
            case Map<?, ?> map -> new SimpleHash(map, this);
            case List<?> list -> new SimpleSequence(list, this);
            default -> throw new TemplateModelException("a template is given plain words only");
        };
    }
}

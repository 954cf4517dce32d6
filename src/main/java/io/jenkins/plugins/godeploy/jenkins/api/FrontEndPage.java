package io.jenkins.plugins.godeploy.jenkins.api;

import io.jenkins.plugins.godeploy.history.JsonText;
import io.jenkins.plugins.godeploy.history.page.FrontEnd;
import io.jenkins.plugins.godeploy.history.page.PageTexts;
import org.jvnet.localizer.LocaleProvider;

/** What a view needs to bring the front-end to a reader. */
public final class FrontEndPage {
    FrontEndPage() {}

    /** For {@code st:adjunct}. */
    public String getAdjuncts() {
        return FrontEnd.adjuncts();
    }

    /** All words in the reader's language, as JSON. */
    public String getTexts() {
        return JsonText.line(new PageTexts(LocaleProvider.getLocale()).all());
    }
}

package io.jenkins.plugins.godeploy.real;

import java.io.IOException;
import java.util.List;

/** All web methods of this plugin's forms, asked of the running Jenkins, so that a new one is not forgotten. */
final class WebMethods {
    private WebMethods() {}

    /** Paths such as {@code /descriptorByName/…/checkHosts}. */
    static List<String> ofForms() throws IOException, InterruptedException {
        return Real.get().controller().session().groovy("""
                        import hudson.model.Descriptor

                        jenkins.model.Jenkins.get().getExtensionList(Descriptor).each { descriptor ->
                            if (descriptor.class.name.startsWith('io.jenkins.plugins.godeploy.')) {
                                // doHelp is Jenkins' own, and a page to read
                                descriptor.class.methods*.name.unique().findAll { it ==~ /do(?!Help)[A-Z].*/ }.each {
                                    println "/descriptorByName/${descriptor.clazz.name}/" + it[2].toLowerCase() + it.substring(3)
                                }
                            }
                        }
                        """).lines().sorted().toList();
    }
}

package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.RecordedBuild;

/** Where the builds of a history can be looked at. */
public interface BuildLinks {
    /** For who has no Jenkins to link to. */
    BuildLinks NONE = new BuildLinks() {
        @Override
        public RecordedBuild named(RecordedBuild build) {
            return build;
        }

        @Override
        public String url(RecordedBuild build) {
            return null;
        }
    };

    /**
     * The build under the name that its job has now.
     *
     * @param build one that the reader may see
     */
    RecordedBuild named(RecordedBuild build);

    /**
     * The address of a build's page; null where there is none.
     *
     * @param build under the name that its job has now
     */
    String url(RecordedBuild build);
}

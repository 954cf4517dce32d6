package hudson.model;

public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements Item {
    protected Job() {}

    @Override
    public final native String getFullName();

    public native RunT getBuildByNumber(int number);

    public native RunT getLastSuccessfulBuild();
}

package io.jenkins.plugins.godeploy.history;

import java.math.BigDecimal;

/** Writes Prometheus' text format; see prometheus.io/docs/instrumenting/exposition_formats. */
final class PrometheusText {
    private final StringBuilder text = new StringBuilder();
    private String name;

    /** Begins a metric, whose samples follow. */
    void family(String metric, String type, String help) {
        this.name = metric;
        text.append("# HELP ").append(metric).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(metric).append(' ').append(type).append('\n');
    }

    /**
     * One sample.
     *
     * @param suffix of the metric's name, such as {@code _sum}
     * @param labels name, value, name, value and so on
     */
    void sample(String suffix, double value, String... labels) {
        text.append(name).append(suffix).append('{');
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? "" : ",").append(labels[i]).append("=\"");
            text.append(escaped(labels[i + 1])).append('"');
        }
        text.append("} ")
                .append(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
                .append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package io.jenkins.plugins.godeploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What an administrator does in Jenkins. */
public final class Controller {
    private static final Duration BUILD = Duration.ofMinutes(5);

    private final Session session;

    public Controller(Session session) {
        this.session = session;
    }

    /**
     * Makes or replaces a credential "SSH Username with private key".
     *
     * @param scope GLOBAL for all jobs, SYSTEM for Jenkins itself and no job
     */
    public void addKey(String id, String scope, String user, String privateKey)
            throws IOException, InterruptedException {
        session.groovy("""
                import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey
                import com.cloudbees.plugins.credentials.CredentialsScope
                import com.cloudbees.plugins.credentials.SystemCredentialsProvider
                import com.cloudbees.plugins.credentials.domains.Domain

                def store = SystemCredentialsProvider.instance
                store.credentials.removeAll { it.id == %1$s }
                store.credentials.add(new BasicSSHUserPrivateKey(CredentialsScope.%4$s, %1$s, %2$s,
                    new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(%3$s), null, 'The test hosts'))
                store.save()
                """.formatted(text(id), text(user), text(privateKey), scope));
    }

    /** Replaces the administrator's environments, which are given in the words of Configuration as Code. */
    public void setEnvironments(List<Map<String, Object>> environments) throws IOException, InterruptedException {
        String json = new ObjectMapper().writeValueAsString(environments);
        session.groovy("""
                import groovy.json.JsonSlurperClassic
                import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration
                import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment
                import org.jenkinsci.plugins.structs.describable.DescribableModel
                import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable

                // {httpHealth: {...}}
                def bind = { value ->
                    value instanceof Map
                        ? new UninstantiatedDescribable(value.keySet().first(), null, value.values().first()) : value
                }
                def read = new JsonSlurperClassic().parseText(%s)
                def model = DescribableModel.of(ManagedEnvironment)
                GoDeployConfiguration.get().setEnvironments(read.collect { environment ->
                    model.instantiate(environment.collectEntries { key, value -> [key, bind(value)] }, null)
                })
                """.formatted(text(json)));
    }

    /** Makes an agent that connects by itself; its secret. */
    public String addAgent(String name, String folder) throws IOException, InterruptedException {
        return session.groovy("""
                import hudson.slaves.DumbSlave
                import hudson.slaves.JNLPLauncher

                def jenkins = jenkins.model.Jenkins.get()
                if (jenkins.getNode(%1$s) == null) {
                    def launcher = new JNLPLauncher()
                    launcher.webSocket = true
                    def agent = new DumbSlave(%1$s, %2$s, launcher)
                    agent.labelString = %1$s
                    agent.numExecutors = 2
                    jenkins.addNode(agent)
                }
                print jenkins.getComputer(%1$s).jnlpMac
                """.formatted(text(name), text(folder)));
    }

    public boolean isOnline(String agent) throws IOException, InterruptedException {
        HttpResponse<String> answer = session.get("/computer/" + agent + "/api/json?tree=offline");
        return answer.statusCode() == 200 && answer.body().contains("\"offline\":false");
    }

    /** Makes or replaces a job. */
    public void putJob(String name, String configXml) throws IOException, InterruptedException {
        boolean there = session.get("/job/" + name + "/api/json?tree=name").statusCode() == 200;
        String path = there ? "/job/" + name + "/config.xml" : "/createItem?name=" + name;
        Session.require(session.post(path, Session.XML, configXml), path);
    }

    /** Makes or replaces a Pipeline job whose script runs in the sandbox. */
    public void putPipeline(String name, String script) throws IOException, InterruptedException {
        putJob(name, JobXml.pipeline(script));
    }

    /** Starts a build; its number. */
    public int start(String job, Map<String, String> parameters) throws IOException, InterruptedException {
        int number = session.json("/job/" + job + "/api/json?tree=nextBuildNumber")
                .get("nextBuildNumber")
                .asInt();
        String path = "/job/" + job + (parameters.isEmpty() ? "/build" : "/buildWithParameters");
        HttpResponse<String> answer = session.post(path, parameters);
        if (answer.statusCode() != 201) {
            throw new IOException(path + " answers " + answer.statusCode() + ".");
        }
        return number;
    }

    /** Waits for the end of a build; its result in Jenkins' words. */
    public String await(String job, int number) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + BUILD.toNanos();
        while (System.nanoTime() < deadline) {
            HttpResponse<String> answer = session.get("/job/" + job + "/" + number + "/api/json?tree=building,result");
            if (answer.statusCode() == 200 && answer.body().contains("\"building\":false")) {
                JsonNode build = session.json("/job/" + job + "/" + number + "/api/json?tree=result");
                return build.get("result").asText();
            }
            Thread.sleep(300);
        }
        throw new IOException(job + " #" + number + " did not end within " + BUILD.toMinutes() + " min.");
    }

    public String log(String job, int number) throws IOException, InterruptedException {
        return session.text("/job/" + job + "/" + number + "/consoleText");
    }

    public Session session() {
        return session;
    }

    /** A Groovy expression of this text, whatever is in it. */
    public static String text(String value) {
        return "new String('" + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
                + "'.decodeBase64(), 'UTF-8')";
    }
}

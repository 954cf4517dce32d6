/** Hosts inside this program, for trying Go Deploy without any. */
package io.jenkins.plugins.godeploy.cli.demo;

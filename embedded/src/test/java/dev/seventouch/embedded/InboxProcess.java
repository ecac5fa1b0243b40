package dev.seventouch.embedded;

import java.nio.file.Path;

/** An inbox in a process of its own, so that it can be killed. */
final class InboxProcess {
    private InboxProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        Inbox inbox = Inbox.start(Path.of(arguments[0]), 0, 0);
        System.out.println(inbox.smtpPort());
        Thread.currentThread().join();
    }
}

using ChatRoom.Cli.Config;

namespace ChatRoom.Cli.Manual;

/// <summary>What a page of the manual says and no definition of a command knows: exit codes, the environment, and files.</summary>
internal static class ManualNotes
{
    public const string Purpose = "a chat server and a chat client in one command";

    private static readonly (string, string)[] Folder =
    [
        ("CHATROOM_DATA", "the data folder, where --data is not given"),
        ("XDG_DATA_HOME", "without either of these, the data folder is chatroom in here, or in ~/.local/share"),
    ];

    private static readonly (string, string)[] Journal =
    [
        ("journal.db, journal.db-wal, journal.db-shm", "in the data folder: everything that was ever said. Keep all three together"),
        ("snapshot", "in the data folder: makes a start quick; can be deleted"),
    ];

    public static IReadOnlyList<(int Code, string Meaning)> ExitCodes(string command) => command switch
    {
        "chatroom" => [Done("what was asked for was done"), Failed("it was not, and a line on stderr says why"), Usage, Unreachable, Interrupted],
        "serve" =>
        [
            Done("it was asked to stop, and did"), Failed("it could not start, and a line on stderr says why"), Usage,
            (ExitCode.Interrupted, "it was asked a second time, and left at once; what was echoed is kept all the same"),
        ],
        "join" or "send" => [Done("everything that was said is kept"), Failed("something was not, or the server refused"), Usage, Unreachable, Interrupted],
        "health" => [Done("the server answers"), Failed("it does not, and a line on stderr says why"), Usage],
        "completion" => [Done("the script was printed"), Usage],
        "verify" => [Done("everything is whole"), Failed("something is not, and a line on stderr names the place"), Usage, Interrupted],
        _ => [Done("it was done"), Failed("it was not, and a line on stderr says why"), Usage, Interrupted],
    };

    public static IReadOnlyList<(string Name, string Meaning)> Environment(string command) => command switch
    {
        "serve" =>
        [
            .. Folder,
            (ConfigSources.FileVariable, "the file with the settings, where --config is not given"),
            ("CHATROOM_SECTION_KEY", "a setting of that file; --print-config names the variable of each"),
            ("NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID", "how a supervisor such as systemd wants to be told that the server is ready and lives; see sd_notify(3)"),
        ],
        "join" or "send" => [("CHATROOM_NICK", "the nickname, where --nick is not given")],
        "chatroom" or "health" or "completion" => [],
        "reload" => Folder,
        _ => [.. Folder, (ConfigTable.Journal.Variable, "the database that servers share, where neither --data nor --journal is given")],
    };

    public static IReadOnlyList<(string Name, string Meaning)> Files(string command) => command switch
    {
        "serve" =>
        [
            .. Journal,
            ("tls.crt, tls.key", "in the data folder: the certificate that the server made for itself"),
            ("lock, lock.pid", "in the data folder: one server at a time"),
            ("control", "in the data folder: the socket of `chatroom reload`, `forget`, `account`, `kill`, `ban` and the like"),
        ],
        "chatroom" or "join" or "send" or "health" or "completion" => [],
        _ => Journal,
    };

    private static (int, string) Usage => (ExitCode.Usage, "the command line is wrong, and nothing was done");

    private static (int, string) Unreachable => (ExitCode.Unreachable, "there is no way to the server, or the connection broke");

    private static (int, string) Interrupted => (ExitCode.Interrupted, "it was interrupted");

    private static (int, string) Done(string meaning) => (ExitCode.Ok, meaning);

    private static (int, string) Failed(string meaning) => (ExitCode.Failure, meaning);
}

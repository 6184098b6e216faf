using System.Net;

namespace ChatRoom.Server;

/// <summary>Every bound of the shell, each with the reason for its number.</summary>
public static class Limits
{
    /// <summary>What may wait for a client that does not keep up: a minute of a busy room, and little enough for hundreds of such clients.</summary>
    public const int BacklogBytes = 1024 * 1024;

    /// <summary>The size of a page of an answer or a backlog: large enough to be sent cheaply, small enough for the shared pool.</summary>
    public const int PageBytes = 16 * 1024;

    /// <summary>What the buffer for an answer begins with: most answers, a welcome or the names in a room, fit.</summary>
    public const int AnswerBytes = 2 * 1024;

    /// <summary>Connections to the port for metrics and health at a time: the few programs that watch over a server.</summary>
    public const int HttpConnections = 32;

    /// <summary>The headers of a request there, in bytes, and its first line: what any such program sends, several times over.</summary>
    public const int HttpHeaderBytes = 8 * 1024;

    public const int HttpLineBytes = 2 * 1024;

    /// <summary>Commands of one connection that the hub has not answered yet. More than any pipelining client needs in a turn.</summary>
    public const int CommandsUnderWay = 64;

    /// <summary>The user in nick!user@host, which is repeated in every line and so must be short.</summary>
    public const int UserLength = 18;

    /// <summary>A real name, in bytes: with it, a line about a person still fits 512.</summary>
    public const int RealNameBytes = 150;

    /// <summary>A reason, in bytes: with the longest names around it, every line that passes one on still fits 512.</summary>
    public const int ReasonBytes = 280;

    /// <summary>Of a word that a client sent and we repeat in an answer, in bytes; longer than every name that can be right.</summary>
    public const int WordBytes = 100;

    /// <summary>The word without which nobody comes into a room, in bytes: what people can tell each other.</summary>
    public const int KeyBytes = 32;

    /// <summary>The longest that a ban with an end holds: ten years, after which nobody remembers why.</summary>
    public const int BanSeconds = 10 * 366 * 24 * 3600;

    /// <summary>Modes that one line changes.</summary>
    public const int ModeChanges = 12;

    /// <summary>Targets of one command: enough for a client's convenience, too few to spread rubbish.</summary>
    public const int Targets = 4;

    /// <summary>People of one USERHOST, by RFC 2812.</summary>
    public const int UserHosts = 5;

    /// <summary>People of one ISON: what fits a line of answer for certain.</summary>
    public const int NicksAskedFor = 14;

    /// <summary>Nicknames that a connection watches: all the friends that somebody has, and little enough for each who comes.</summary>
    public const int Watched = 100;

    /// <summary>People who went or are called otherwise, of whom a server knows who they were: a busy day of a club, in a megabyte.</summary>
    public const int Formers = 1000;

    /// <summary>Of one nickname: who flits in and out does not drive out all others, and the answer fits in a page.</summary>
    public const int FormersOfNick = 10;

    /// <summary>A value of metadata, in bytes: with the longest names and key around it, it still fits a line.</summary>
    public const int MetadataBytes = 300;

    /// <summary>Keys of metadata that a connection wants to hear of.</summary>
    public const int MetadataSubscriptions = 50;

    /// <summary>Changes of metadata that may come at once, and after that one in so many seconds: all who are told pay for it.</summary>
    public const int MetadataBurst = 20;

    public const int MetadataEvery = 5;

    /// <summary>In a room with more people who comes in is told to ask for their metadata later.</summary>
    public const int MetadataAtOnce = 200;

    /// <summary>A message of a WebSocket: the longest line with its tags, and enough beyond that to be told that it is too long.</summary>
    public const int WebSocketMessageBytes = 16 * 1024;

    /// <summary>A label, in bytes; the specification of labeled-response says 64.</summary>
    public const int LabelBytes = 64;

    /// <summary>Lines of one message: what may come at once anyway, see <see cref="FloodBurst"/>.</summary>
    public const int BatchLines = 32;

    /// <summary>The words of one message of several lines, in bytes: more than anybody reads at a glance.</summary>
    public const int BatchBytes = 4096;

    /// <summary>Messages in a page of history: some screens full.</summary>
    public const int HistoryPage = 1000;

    /// <summary>What somebody missed, played to them unasked when they come: what a person scrolls back through.</summary>
    public const int PlaybackMost = 200;

    /// <summary>What is played to who was never here: what the talk is about just now.</summary>
    public const int PlaybackNewest = 20;

    /// <summary>Reactions that come with a message of history, the last ones: more than anybody counts.</summary>
    public const int RemarksOfMessage = 100;

    /// <summary>Commands that may come at once: a client that joins its rooms after connecting.</summary>
    public const int FloodBurst = 40;

    /// <summary>Commands a second after that: faster than anybody types, and fast enough for a bot that reports.</summary>
    public const int FloodRate = 10;

    /// <summary>Connections from one address at a time: a school or a club behind one, each with a device or two.</summary>
    public const int ConnectionsOfAddress = 128;

    /// <summary>From the network around it: some of those.</summary>
    public const int ConnectionsOfNetwork = 512;

    /// <summary>Accounts that are registered from one address in a day: a class on its first day.</summary>
    public const int RegistrationsOfAddress = 40;

    public const int RegistrationsOfNetwork = 160;

    /// <summary>Who comes from this machine itself (a bridge, a proxy that says nothing, bots) is under other people's limits, not under these.</summary>
    public static readonly IReadOnlyList<IPNetwork> Exempt = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>
    /// How often a new password is hashed, unless the operator says otherwise: some milliseconds of a core for each login. More slows down somebody who has
    /// stolen the journal, and everybody who logs in.
    /// </summary>
    public const int PasswordIterations = 20_000;

    /// <summary>Connections that wait to be accepted, when a whole club comes back at once.</summary>
    public const int ListenBacklog = 4096;

    /// <summary>What may wait to be encrypted: a few records; what is beyond waits in the backlog, which is counted.</summary>
    public const int UnencryptedBytes = 64 * 1024;

    /// <summary>A TLS handshake is two or three packets, and takes this long only for those who hold it open.</summary>
    public static readonly TimeSpan TlsHandshake = TimeSpan.FromSeconds(10);

    /// <summary>How long one sending of metrics may take, where the environment does not say it.</summary>
    public static readonly TimeSpan TelemetryExport = TimeSpan.FromSeconds(10);

    /// <summary>How long a stop waits for the last metrics to be sent: a collector that is there takes some milliseconds.</summary>
    public static readonly TimeSpan TelemetryFarewell = TimeSpan.FromMilliseconds(500);

    /// <summary>A proxy sends its header at once and in one piece.</summary>
    public static readonly TimeSpan ProxyHeader = TimeSpan.FromSeconds(5);

    /// <summary>How long before its end a certificate is warned of each day: tools renew one with thirty days left, so this one was not.</summary>
    public static readonly TimeSpan CertificateWarning = TimeSpan.FromDays(14);

    /// <summary>How often the files of the certificate are looked at: soon enough for an operator who renewed it and looks whether it worked.</summary>
    public static readonly TimeSpan CertificateLook = TimeSpan.FromSeconds(5);

    /// <summary>How often it is looked for what is older than it may be: days are what is counted.</summary>
    public static readonly TimeSpan RetentionEvery = TimeSpan.FromMinutes(10);

    /// <summary>How long the hub may take to come by before it counts as stuck: a thousand times what a turn takes.</summary>
    public static readonly TimeSpan HubTurns = TimeSpan.FromSeconds(2);

    /// <summary>A call to the journal that takes longer does not keep others from being served: a hundred times what it takes else.</summary>
    public static readonly TimeSpan JournalPatience = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a start waits for a database that can't be reached: longer than one takes to start, or to fail over.</summary>
    public static readonly TimeSpan JournalStarts = TimeSpan.FromMinutes(1);

    /// <summary>How often it is tried, and said, meanwhile.</summary>
    public static readonly TimeSpan JournalRetry = TimeSpan.FromSeconds(3);

    /// <summary>After so long without its journal a server is not ready: people should be sent elsewhere.</summary>
    public static readonly TimeSpan JournalMissed = TimeSpan.FromSeconds(5);

    /// <summary>How long what has to be kept may wait for the journal: people still remember what they said.</summary>
    public static readonly TimeSpan KeepWaits = TimeSpan.FromSeconds(15);

    /// <summary>How long a server counts as not ready after its journal refused something.</summary>
    public static readonly TimeSpan RefusalCounts = TimeSpan.FromSeconds(30);

    /// <summary>How long a request for metrics or health may take to be sent, and how long its connection may be idle afterwards.</summary>
    public static readonly TimeSpan HttpRequest = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan HttpIdle = TimeSpan.FromSeconds(90);

    /// <summary>From the connection to the end of the handshake; people who type it by hand make it in this time.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(30);

    /// <summary>Silence after which a client is asked whether it is still there.</summary>
    public static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(90);

    /// <summary>The ping timeout: silence after which it is not.</summary>
    public static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(150);

    /// <summary>How long a connection that ends may take to hear its last lines.</summary>
    public static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(3);

    /// <summary>How often the two above are looked after.</summary>
    public static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
}

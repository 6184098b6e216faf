namespace ChatRoom.Client.Protocol;

/// <summary>Every bound of the client, with the reason for its number.</summary>
public static class ClientLimits
{
    /// <summary>
    /// Own lines that are sent and not yet confirmed. Enough for 300 lines a second at a round trip of 100 ms, few enough that a person
    /// reads through all of them when the connection breaks and we say which were not confirmed.
    /// </summary>
    public const int UnderWay = 32;

    /// <summary>
    /// The same on servers that are not ours. They close the connection of a client that has too much waiting to be read: InspIRCd at 8 KB
    /// (recvq), the servers of Libera at 20 lines, and each of ours may be followed by a PING.
    /// </summary>
    public const int UnderWayElsewhere = 8;

    /// <summary>Events held back while a room's history is played. A server that plays longer than that is not waited for.</summary>
    public const int Held = 1_000;

    /// <summary>People of a room that are remembered by name; the largest public rooms have about 3,000.</summary>
    public const int Names = 10_000;

    /// <summary>Batches open at the same time; real servers nest two.</summary>
    public const int Batches = 64;

    /// <summary>Most earlier messages that can be asked for at once; servers that allow fewer say so (CHATHISTORY in 005).</summary>
    public const int History = 1_000;

    /// <summary>
    /// Entries of the conversation that a person looks at: forty screens of a large terminal, about 1 MB. What is older is loaded again
    /// when somebody scrolls there.
    /// </summary>
    public const int Entries = 2_000;

    /// <summary>The same in the others, where the server tells what we forget: ten screens are there at once.</summary>
    public const int EntriesElsewhere = 500;

    /// <summary>Conversations that are open; more than anybody follows. Who writes to us beyond that is heard in the server's.</summary>
    public const int Conversations = 200;

    /// <summary>Different reactions to one message, and people for each; a screen shows a few and a number.</summary>
    public const int Reactions = 50;

    /// <summary>Messages that one scrolling loads: two large screens.</summary>
    public const int Page = 100;

    /// <summary>People of a room about whom we ask on our own whether they are away: a few KB of answer.</summary>
    public const int AskedWho = 100;

    /// <summary>Characters of one message of several lines; servers that have such allow 4 KB to 40 KB.</summary>
    public const int Gathered = 64 * 1024;

    /// <summary>Characters of a line of JSON that the server tells in pieces; its longest message has some tens of thousands.</summary>
    public const int Record = 1024 * 1024;

    /// <summary>Pages that are awaited at the same time, each of another conversation.</summary>
    public const int Pages = 16;

    /// <summary>A server that brings ten times as much as was asked for is not listened to further.</summary>
    public const int PageEvents = 10 * Page;

    /// <summary>Commands whose answers may still come; a person gives one at a time.</summary>
    public const int Orders = 32;

    /// <summary>A page that has not come by then is given up, so that it can be asked for again; servers read it in well under a second.</summary>
    public static readonly TimeSpan PageWait = TimeSpan.FromSeconds(20);

    /// <summary>People who are shown as writing in one conversation.</summary>
    public const int Typists = 20;

    /// <summary>"A client should assume that the sender is no longer typing after 6 seconds" (IRCv3 typing).</summary>
    public static readonly TimeSpan Typing = TimeSpan.FromSeconds(6);

    /// <summary>Others are told at most this often that we write (same clause).</summary>
    public static readonly TimeSpan TypingAgain = TimeSpan.FromSeconds(3);

    /// <summary>Lines that a person has said and that can't be sent yet; beyond, the person is told to wait.</summary>
    public const int Waiting = 1_000;

    /// <summary>
    /// After a reconnect, pages of what was missed, and messages of each. Together fewer than the 2,048 ids that our server remembers of a
    /// room, so that as long as there is no hole our lines are surely known by their ids.
    /// </summary>
    public const int GapPages = 10;

    public const int GapPage = 200;

    /// <summary>Events that are told together; more would only be shown later.</summary>
    public const int Told = 256;

    /// <summary>Reports that a screen has not taken yet. It is meant to take them at once, and what waits here is late already.</summary>
    public const int Reports = 8;

    /// <summary>Lines of the server that wait for the owner; when there are more, the network waits.</summary>
    public const int Heard = 1_024;

    /// <summary>Lines from us that the network has not taken yet. More means that the server does not read what it asks for.</summary>
    public const int Outgoing = 4_096;

    /// <summary>
    /// A server that has not finished its greeting by then never will; looking up names and identd (RFC 1413), the slow part on old
    /// networks, is over after 30 s.
    /// </summary>
    public static readonly TimeSpan Greeting = TimeSpan.FromSeconds(60);

    /// <summary>How often we look at the clock while something waits; the times below need not be more exact than that.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Something waits for an answer that long: we ask whether the server is still there, and a person sees that it does not answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Something waits that long and nothing at all was heard: the connection is given up, and another one made.</summary>
    public static readonly TimeSpan Unanswered = TimeSpan.FromSeconds(60);

    /// <summary>How often a screen measures the way to the server and back. It also finds a dead line while nobody says anything.</summary>
    public static readonly TimeSpan Measuring = TimeSpan.FromSeconds(30);

    /// <summary>How often we look at the clock while nothing waits: a client that idles all day costs next to nothing.</summary>
    public static readonly TimeSpan IdleTick = Measuring;

    /// <summary>After that much silence we ask whether the server is still there; servers themselves ask every 90 to 120 s.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(90);

    /// <summary>After that much silence it is not.</summary>
    public static readonly TimeSpan Death = TimeSpan.FromSeconds(150);

    /// <summary>How long a server may take to close the connection after QUIT.</summary>
    public static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <summary>How long connecting may take: two repetitions of a lost SYN (1 s, 3 s) and a slow answer.</summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(10);
}

namespace ChatRoom.Domain.Events;

/// <summary>
/// The bounds of the rules. They are a part of the world, because Decide and Apply read them: they change by an event
/// (<see cref="Event.LimitsChanged"/>), so that two servers with different settings never decide differently.
/// </summary>
/// <param name="RoomsOfPerson">More than a person can follow, and what bounds the work of a departure.</param>
/// <param name="TopicBytes">In UTF-8: with the longest names around it, a topic still fits a line of 512 bytes and is never cut.</param>
/// <param name="AwayBytes">In UTF-8, for the same reason.</param>
/// <param name="SeenIds">
/// More messages than a client could have under way, over minutes of a busy room. So many of the last are remembered for
/// certain, and never more than twice as many.
/// </param>
/// <param name="PastRooms">Rooms that ended and whose history a later room of that name takes up. The longest ended is forgotten first.</param>
/// <param name="StaySeconds">How long somebody who can come back stays without a connection when their server ended: a restart, and a client's first attempts.</param>
/// <param name="PersistDays">How long somebody whose account asks for it stays while nobody is connected; 0 for not at all.</param>
/// <param name="RedactMinutes">How long somebody may take back what they said; 0 for not at all.</param>
/// <param name="PersistsUnasked">Whether people of accounts stay that said nothing of it; 1 for yes.</param>
public sealed record RuleLimits(
    int RoomsOfPerson, int TopicBytes, int AwayBytes, int SeenIds, int PastRooms, int StaySeconds, int PersistDays = 30, int RedactMinutes = 24 * 60,
    int PersistsUnasked = 0)
{
    /// <summary>Those with which every journal begins. They are a part of the format: a change is an event and never another number here.</summary>
    public static readonly RuleLimits First = new(RoomsOfPerson: 100, TopicBytes: 340, AwayBytes: 340, SeenIds: 2048, PastRooms: 10_000, StaySeconds: 60);

    /// <summary>Masks on all lists of a room: more than anybody looks through.</summary>
    public const int MasksOfRoom = 100;

    /// <summary>Rooms of which an account is a founder: they stay for good, so nobody makes more than they can look after.</summary>
    public const int RoomsOfFounder = 50;

    /// <summary>Accounts whose rights a room with a founder remembers.</summary>
    public const int HoldersOfRoom = 200;

    /// <summary>How long a right waits for somebody whose line broke: a restart, or a train in a tunnel.</summary>
    public const int ReturnSeconds = 600;

    /// <summary>So many whose line broke a room waits for.</summary>
    public const int ReturningToRoom = 20;

    /// <summary>Connections of an account, over all servers: each line to somebody is sent so often.</summary>
    public const int ConnectionsOfAccount = 100;

    /// <summary>Certificates of an account: more than anybody has devices.</summary>
    public const int CertificatesOfAccount = 16;

    /// <summary>People who wait for an account: more than anybody decides on in a day.</summary>
    public const int Waiting = 500;

    /// <summary>Masks of people whom one person does not hear.</summary>
    public const int SilencesOfPerson = 32;

    /// <summary>Rooms and people of whom it is known up to when somebody has read them: all that anybody follows. The one read longest ago is forgotten.</summary>
    public const int ReadMarkers = 500;

    /// <summary>Keys under which something is said of a person or of a room: a card, and no store.</summary>
    public const int MetadataKeys = 20;

    /// <summary>Bans from the server: five times what a large network has.</summary>
    public const int ServerBans = 50_000;

    /// <summary>Between two knocks of somebody, in seconds: operators are asked, and not pestered.</summary>
    public const int KnockSeconds = 60;

    /// <summary>Connections of an ended server that one turn clears: some milliseconds, between which others are served.</summary>
    public const int ClearedAtOnce = 512;
}

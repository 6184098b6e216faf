namespace ChatRoom.Client.Protocol;

/// <summary>The numerics that the client reacts to, as texts that a switch can use; named as in modern.ircdocs.horse.</summary>
internal static class Numeric
{
    public const string Welcome = "001";
    public const string MyInfo = "004";

    public const string Support = "005";
    public const string OwnModes = "221";
    public const string Away = "301";
    public const string NoLongerAway = "305";
    public const string NowAway = "306";
    public const string Topic = "332";
    public const string WhoReply = "352";
    public const string Names = "353";
    public const string EndOfNames = "366";
    public const string EndOfMotd = "376";
    public const string OwnHost = "396";
    public const string InputTooLong = "417";
    public const string UnknownCommand = "421";
    public const string NoMotd = "422";
    public const string NoNicknameGiven = "431";
    public const string ErroneousNickname = "432";
    public const string NicknameInUse = "433";
    public const string NicknameCollision = "436";
    public const string UnavailableResource = "437";
    public const string NicknameTooFast = "438";
    public const string NotRegistered = "451";
    public const string NoPermissionForHost = "463";
    public const string PasswordMismatch = "464";
    public const string Banned = "465";
    public const string WillBeBanned = "466";
    public const string InvalidUserName = "468";
    public const string NickLocked = "902";
    public const string LoggedIn = "900";
    public const string LoggedOut = "901";
    public const string SaslSuccess = "903";
    public const string SaslFail = "904";
    public const string SaslTooLong = "905";
    public const string SaslAborted = "906";
    public const string SaslAlready = "907";
    public const string SaslMechanisms = "908";
}

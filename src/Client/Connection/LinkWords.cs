using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>Why there is no connection, in words for a person.</summary>
public static class LinkWords
{
    public static string Of(LinkFault fault) => fault switch
    {
        LinkFault.Unreached f => Of(f.Result),
        LinkFault.Ended f => Of(f.Ending),
    };

    public static string Of(DialResult result) => result switch
    {
        DialResult.Connected => "connected",
        DialResult.NobodyListens => "no server answers there",
        DialResult.UnknownHost => "no host of that name is known",
        DialResult.TimedOut => $"it did not answer within {ClientLimits.Connect.TotalSeconds:0} s",
        DialResult.Failed r => r.Reason,
        DialResult.NoTls r => $"there is no TLS on that port: {r.Reason}",
        DialResult.Untrusted r => $"nobody vouches for the server's certificate: {r.Reason}; its fingerprint is {r.Found}",
        DialResult.OtherCertificate r => $"the server has another certificate than before: {r.Found} instead of {r.Pinned}",
    };

    public static string Of(Ending ending) => ending switch
    {
        Ending.Left => "you have left",
        Ending.NicknameTaken e => $"the nickname '{e.Nick}' is taken: {e.Reason}",
        Ending.NicknameRefused e => $"the server does not take the nickname '{e.Nick}': {e.Reason}",
        Ending.PasswordRefused e => $"the server's password is missing or wrong: {e.Reason}",
        Ending.AccountRefused { Account.Length: 0 } e => $"the server does not let you in by your certificate: {e.Reason}",
        Ending.AccountRefused e => $"the server does not let you in as the account '{e.Account}': {e.Reason}",
        Ending.NotAdmitted e => $"the server does not let you in: {e.Reason}",
        Ending.ServerClosed e => Closed(e.Reason),
        Ending.Lost e => $"the connection is lost: {e.Reason}",
    };

    /// <summary>The words that matter first: a status line has no room for the customary ones in front of them.</summary>
    private static string Closed(string reason)
    {
        const string customary = "Closing link: ";
        var words = reason.StartsWith(customary, StringComparison.OrdinalIgnoreCase) ? reason[customary.Length..] : reason;
        return words.Length == 0 ? "the server closed the connection" : words;
    }
}

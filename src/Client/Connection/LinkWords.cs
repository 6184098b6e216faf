using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>Why there is no connection, in words for a person.</summary>
public static class LinkWords
{
    public static string Of(LinkFault fault) => fault.Match(unreached: f => Of(f.Result), ended: f => Of(f.Ending));

    public static string Of(DialResult result) => result.Match(
        connected: _ => "connected",
        nobodyListens: _ => "no server answers there",
        unknownHost: _ => "no host of that name is known",
        timedOut: _ => $"it did not answer within {ClientLimits.Connect.TotalSeconds:0} s",
        failed: r => r.Reason,
        noTls: r => $"there is no TLS on that port: {r.Reason}",
        untrusted: r => $"nobody vouches for the server's certificate: {r.Reason}; its fingerprint is {r.Found}",
        otherCertificate: r => $"the server has another certificate than before: {r.Found} instead of {r.Pinned}");

    public static string Of(Ending ending) => ending.Match(
        left: _ => "you have left",
        nicknameTaken: e => $"the nickname '{e.Nick}' is taken: {e.Reason}",
        nicknameRefused: e => $"the server does not take the nickname '{e.Nick}': {e.Reason}",
        passwordRefused: e => $"the server's password is missing or wrong: {e.Reason}",
        accountRefused: e => $"the server does not let you in as the account '{e.Account}': {e.Reason}",
        notAdmitted: e => $"the server does not let you in: {e.Reason}",
        serverClosed: e => $"the server closed the connection: {e.Reason}",
        lost: e => $"the connection is lost: {e.Reason}");
}

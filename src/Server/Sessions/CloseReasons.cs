using ChatRoom.Domain.Events;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Sessions;

/// <summary>The table of why a connection ended, in words: for its owner, for those who saw its person leave, and for the log.</summary>
public static class CloseReasons
{
    public static string Words(Ending end, LiveSettings now) => end.Why switch
    {
        CloseReason.Quit when end.Words.Length > 0 => $"Quit: {end.Words}",
        CloseReason.Quit => "Quit",
        CloseReason.ConnectionClosed => "connection closed",
        CloseReason.ConnectionLost => "connection lost",
        CloseReason.PingTimeout => $"nothing was heard of you for {now.PingTimeout.TotalSeconds:0} seconds",
        CloseReason.HandshakeTimeout => $"you did not finish connecting within {now.Handshake.TotalSeconds:0} seconds: NICK and USER are needed",
        CloseReason.CloseTimeout => "it did not hear its last lines in time",
        CloseReason.ReadTooSlowly => $"you read too slowly: more than {now.BacklogBytes / (1024 * 1024)} MiB was waiting for you",
        CloseReason.WrongPassword => end.Words.Length > 0 ? end.Words : "wrong password",
        CloseReason.Resumed => "resumed from another connection",
        CloseReason.StayEnded => "did not come back in time",
        CloseReason.ServerStopping => "the server is stopping",
        CloseReason.ServerEnded => "the server went away",
        CloseReason.ServerFailed => "the server failed on this; it is logged, and nothing else was lost",
        CloseReason.AccountsOnly => "only who has an account comes in just now",
        CloseReason.TooManyConnections => end.Words.Length > 0 ? end.Words : "too many connections come from there",
        CloseReason.Killed => $"Killed ({(end.Words.Length > 0 ? end.Words : "by an operator")})",
        CloseReason.Banned => $"banned from this server{(end.Words.Length > 0 ? $": {end.Words}" : "")}",
        CloseReason.EndedByOwner => "ended from another device of your account, or by who tends this server",
        CloseReason.JournalLost => $"the journal lost {(end.Words.Length > 0 ? end.Words : "its last lines")}; connect again",
    };
}

using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions;

/// <summary>Asking whether somebody is there, and saying that one is.</summary>
public static class Pings
{
    public static byte[] Ping(string server)
    {
        var writer = new LineWriter(64);
        return writer.Command("PING"u8).Last(server).End().Span().ToArray();
    }

    public static LineWriter Pong(string server, string token)
    {
        var writer = new LineWriter(64);
        return writer.Source(server).Command("PONG"u8).Param(server).LastFitting(token).End();
    }
}

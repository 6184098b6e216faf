namespace ChatRoom.Integration.Tests;

/// <summary>Starts `chatroom join` against a server under test.</summary>
internal static class Joined
{
    /// <summary>Somebody who is in #lobby already.</summary>
    public static async Task<RunningProgram> As(IServerUnderTest server, string nick, params string[] options)
    {
        var program = RunningProgram.ChatRoom([.. Command(server, nick), .. options]);
        await program.Errors.Until("in #lobby: ");
        return program;
    }

    public static string[] Command(IServerUnderTest server, string nick) =>
        ["join", "--host", server.EndPoint.Address.ToString(), "--port", $"{server.EndPoint.Port}", "--nick", nick];
}

namespace ChatRoom.Integration.Tests;

/// <summary>`serve --tls` and `join --tls`, both as processes of their own.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_line_that_the_server_prints_is_the_way_in_also_after_a_restart()
    {
        string fingerprint;
        await using (var first = Serve())
        {
            var hint = await Hint(first);
            fingerprint = hint[Array.IndexOf(hint, "--fingerprint") + 1];
            await using var tuan = RunningProgram.ChatRoom([.. hint.SkipLast(1), "Tuan"]);
            await tuan.Type("encrypted and kept\n");
            tuan.EndInput();
            Assert.Equal(0, await tuan.Exit());
            Assert.Contains("Tuan: encrypted and kept", await tuan.Output.Rest());
            first.Send(Signal.Terminate);
            Assert.Equal(0, await first.Exit());
        }
        await using var second = Serve();
        var again = await Hint(second);
        Assert.Contains(fingerprint, again);
        await using var duy = RunningProgram.ChatRoom([.. again.SkipLast(1), "Duy"]);
        Assert.EndsWith("Tuan: encrypted and kept", await duy.Output.Until("encrypted and kept"));
    }

    [Fact]
    public async Task Another_certificate_is_refused_with_what_was_found()
    {
        await using var server = Serve();
        var hint = await Hint(server);
        var at = Array.IndexOf(hint, "--fingerprint") + 1;
        var found = hint[at];
        hint[at] = new string('0', 64);
        await using var join = RunningProgram.ChatRoom(hint);
        Assert.NotEqual(0, await join.Exit());
        Assert.Contains($"found {found}", Assert.Single(await join.Errors.Rest()));
        Assert.Empty(await join.Output.Rest());
    }

    [Theory]
    [InlineData(2, "--tls-cert is for TLS; add --tls", "--tls-cert", "c")]
    [InlineData(2, "--tls-cert and --tls-key belong together", "--tls", "--tls-cert", "c")]
    [InlineData(2, "--sts needs --tls-cert", "--tls", "--sts", "1")]
    [InlineData(1, "no-such-file", "--tls", "--tls-cert", "no-such-file", "--tls-key", "no-such-file")]
    public async Task What_can_not_be_served_is_one_clear_line(int exitCode, string line, params string[] options)
    {
        await using var server = RunningProgram.ChatRoom(["serve", "--memory", "--port", "0", .. options]);
        Assert.Equal(exitCode, await server.Exit());
        Assert.Contains(line, (await server.Errors.Rest())[0]);
        Assert.Empty(await server.Output.Rest());
    }

    private RunningProgram Serve() => RunningProgram.ChatRoom("serve", "--data", _folder["data"], "--port", "0", "--tls", "--tls-port", "0");

    /// <summary>The arguments of the command that the server tells people to type.</summary>
    private static async Task<string[]> Hint(RunningProgram server)
    {
        const string before = "join with: chatroom ";
        return (await server.Errors.Until(before))[before.Length..].Split(' ');
    }
}

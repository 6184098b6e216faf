using System.Net.Sockets;
using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Control;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Transport.Tls;
using ChatRoom.Testing;

namespace ChatRoom.Server.Tests.Control;

/// <summary>The socket on which tools speak with a running server: a line each way.</summary>
public sealed class ControlSocketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WrittenLog _log = new();
    private readonly List<ControlRequest> _asked = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_request_is_run_and_its_answer_comes_back()
    {
        await using var socket = Open();

        Assert.Equal(new ControlAnswer(true, "done: đã xong"), await Ask(new ControlRequest.Reload()));
        var forget = new ControlRequest.Forget(new Forgetting([Range(1, 3), Range(7, 7)], new RoomId(12)));
        Assert.True((await Ask(forget))!.IsDone);

        Assert.Equal([new ControlRequest.Reload(), forget], _asked);
    }

    [Fact]
    public async Task The_words_of_the_protocol_never_change()
    {
        Assert.Equal("{\"version\":1,\"do\":\"reload\"}\n", Encoding.UTF8.GetString(new ControlRequest.Reload().ToLine()));
        Assert.Equal(
            "{\"version\":1,\"do\":\"forget\",\"ranges\":[[1,3]],\"room\":12}\n",
            Encoding.UTF8.GetString(new ControlRequest.Forget(new Forgetting([Range(1, 3)], new RoomId(12))).ToLine()));
        await using var socket = Open();
        Assert.Equal("{\"version\":1,\"done\":true,\"says\":\"done: \\u0111\\u00E3 xong\"}\n", await Say("{\"version\":1,\"do\":\"reload\",\"later\":true}\n"));
    }

    [Theory]
    [InlineData("tea", "this is no request")]
    [InlineData("[]", "this is no request")]
    [InlineData("{}", "this server speaks version 1 of the control socket")]
    [InlineData("{\"version\":2,\"do\":\"reload\"}", "this server speaks version 1 of the control socket")]
    [InlineData("{\"version\":1}", "'do' is missing")]
    [InlineData("{\"version\":1,\"do\":\"brew\"}", "there is no 'brew'; there are: reload, forget, kill, ban, unban, bans, announce, alarm, servers, account-add, account-remove, account-passwd, account-invite, account-list, account-certs, account-uncert, account-grant, account-revoke, account-devices, account-end, account-recover")]
    [InlineData("{\"version\":1,\"do\":\"forget\",\"ranges\":[]}", "'ranges' are 1 to 1000 pairs")]
    [InlineData("{\"version\":1,\"do\":\"forget\",\"ranges\":[[2,1]]}", "'ranges' are 1 to 1000 pairs")]
    [InlineData("{\"version\":1,\"do\":\"forget\",\"ranges\":[[0,1]]}", "'ranges' are 1 to 1000 pairs")]
    [InlineData("{\"version\":1,\"do\":\"forget\",\"ranges\":[[1]]}", "'ranges' are 1 to 1000 pairs")]
    [InlineData("{\"version\":1,\"do\":\"forget\",\"ranges\":[1]}", "this is no request")]
    [InlineData("{\"version\":1,\"do\":\"forget\",\"ranges\":[[1,99999999999999999999]]}", "this is no request")]
    [InlineData("{\"version\":1,\"do\":\"forget\"}", "this is no request")]
    public async Task What_is_no_request_is_answered_with_what_is_wrong(string line, string wrong)
    {
        await using var socket = Open();

        var answer = ControlAnswer.Parse(Encoding.UTF8.GetBytes(await Say(line + "\n")));

        Assert.False(answer.IsDone);
        Assert.Contains(wrong, answer.Says, StringComparison.Ordinal);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_bug_costs_the_one_request()
    {
        await using var socket = ControlSocket.Open(_folder.Path, _ => throw new InvalidOperationException("A bug."), TimeProvider.System, _log);

        Assert.Equal(new ControlAnswer(false, "the server failed on this; its log says why"), await Ask(new ControlRequest.Reload()));
        Assert.Equal(new ControlAnswer(false, "the server failed on this; its log says why"), await Ask(new ControlRequest.Reload()));
        Assert.Equal(2, _log.Lines.Count);
    }

    [Fact]
    public async Task A_line_without_end_is_not_listened_to_for_ever()
    {
        await using var socket = Open();

        Assert.Equal("", await Say(new string('x', 300 * 1024)));
        Assert.True((await Ask(new ControlRequest.Reload()))!.IsDone);
    }

    [Fact]
    public async Task Only_the_servers_own_user_may_speak_and_what_a_dead_server_left_is_replaced()
    {
        await File.WriteAllTextAsync(_folder["control"], "left");
        await using (Open())
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["control"]));
            Assert.True((await Ask(new ControlRequest.Reload()))!.IsDone);
        }
        Assert.False(File.Exists(_folder["control"]));
        Assert.Null(await Ask(new ControlRequest.Reload()));
    }

    [Fact]
    public async Task Nobody_is_there_where_a_server_was_killed()
    {
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
            dead.Bind(new UnixDomainSocketEndPoint(_folder["control"]));
        if (!File.Exists(_folder["control"]))
            await File.WriteAllTextAsync(_folder["control"], "");

        Assert.Null(await Ask(new ControlRequest.Reload()));
    }

    [Fact]
    public void A_path_that_is_too_long_for_a_socket_costs_the_socket_and_not_the_server()
    {
        var deep = Path.Combine(_folder.Path, new string('d', 120));
        Directory.CreateDirectory(deep);

        Assert.Null(ControlSocket.Open(deep, _ => throw new InvalidOperationException("Nobody asks."), TimeProvider.System, _log));
        Assert.StartsWith("There is no control socket, so tools can't reach this server", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    private ControlSocket Open() => ControlSocket.Open(
        _folder.Path,
        request =>
        {
            _asked.Add(request);
            return Task.FromResult(new ControlAnswer(true, "done: đã xong"));
        },
        TimeProvider.System, _log)!;

    private Task<ControlAnswer?> Ask(ControlRequest request) => ControlSocket.Ask(_folder.Path, request, default).WaitAsync(Client.Deadline);

    private async Task<string> Say(string line)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_folder["control"]));
        using var stream = new NetworkStream(socket);
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(line));
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return await reader.ReadToEndAsync().WaitAsync(Client.Deadline);
        }
        catch (IOException)
        {
            // Who says more than is listened to may be cut off in the middle.
            return "";
        }
    }

    private static SequenceRange Range(long first, long last) => new(new Sequence(first), new Sequence(last));
}

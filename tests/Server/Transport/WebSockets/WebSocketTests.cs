using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Transport;
using ChatRoom.Server.Transport.WebSockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatRoom.Server.Tests.Transport.WebSockets;

/// <summary>WebSockets (RFC 6455, ircv3.net/specs/extensions/websocket), spoken with by the platform's own client.</summary>
public sealed class WebSocketTests : IAsyncLifetime
{
    private const string Key = "dGhlIHNhbXBsZSBub25jZQ==";
    private readonly TestServer _server = TestServer.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>"The server MUST accept any subprotocol it supports, respecting the client's order of preference"; without one it is text.</summary>
    [Theory]
    [InlineData("text.ircv3.net", "Sec-WebSocket-Protocol: text.ircv3.net\r\n", WebSocketMessageType.Text)]
    [InlineData("binary.ircv3.net", "Sec-WebSocket-Protocol: binary.ircv3.net\r\n", WebSocketMessageType.Binary)]
    [InlineData("other, binary.ircv3.net, text.ircv3.net", "Sec-WebSocket-Protocol: binary.ircv3.net\r\n", WebSocketMessageType.Binary)]
    [InlineData("text.ircv3.net, binary.ircv3.net", "Sec-WebSocket-Protocol: text.ircv3.net\r\n", WebSocketMessageType.Text)]
    [InlineData("other", "", WebSocketMessageType.Text)]
    public async Task A_page_talks_in_messages_without_ends_of_lines(string wanted, string agreed, WebSocketMessageType type)
    {
        var (browser, answer) = await Dial($"Sec-WebSocket-Protocol: {wanted}\r\n");
        Assert.Equal($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n{agreed}\r\n", answer);
        using var socket = browser.Open();
        await Say(socket, type, "NICK Mai", "USER mai 0 * :Mai", "PING tea");

        var heard = await Until(socket, type, ":irc.test PONG irc.test :tea");
        Assert.Contains(":irc.test 001 Mai :Welcome to ChatRoom, Mai", heard);
        Assert.All(heard, line => Assert.DoesNotContain('\n', line));
        await Say(socket, type, "PRIVMSG Mai :phở 🍜\r\n", "QUIT :bye");
        Assert.Contains(":Mai!mai@guest PRIVMSG Mai :phở 🍜", await Rest(socket));
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        await browser.Served;
    }

    /// <summary>A message in pieces, with a ping between them, and who leaves by closing.</summary>
    [Fact]
    public async Task Pieces_are_one_line_and_who_closes_has_left()
    {
        var (browser, _) = await Dial("");
        using var socket = browser.Open();
        await socket.SendAsync("NICK M"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: false, default);
        await socket.SendAsync("ai"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default);
        await Say(socket, WebSocketMessageType.Text, "USER mai 0 * :Mai", "PING tea");
        await Until(socket, WebSocketMessageType.Text, ":irc.test PONG irc.test :tea");
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", default).WaitAsync(Client.Deadline);
        await browser.Served;
        Assert.True(_server.World.People.IsEmpty);
    }

    /// <summary>Frames that no client may send end the connection with the status that RFC 6455 names.</summary>
    [Theory]
    [InlineData("8105 68656c6c6f", 1002)] // not masked
    [InlineData("c185 00000000 68656c6c6f", 1002)] // of an extension
    [InlineData("8385 00000000 68656c6c6f", 1002)] // of no kind
    [InlineData("0980 00000000", 1002)] // a ping in pieces
    [InlineData("8085 00000000 68656c6c6f", 1002)] // goes on with nothing
    [InlineData("0180 00000000 8180 00000000", 1002)] // begins before the end
    [InlineData("8182 00000000 c328", 1007)] // text that is none
    [InlineData("81ff ffffffffffffffff 00000000", 1009)]
    [InlineData("81fe ffff 00000000", 1009)]
    [InlineData("81fe 0005 00000000 68656c6c6f", 1002)] // a length that is longer than it need be
    [InlineData("81ff 0000000000000005 00000000 68656c6c6f", 1002)]
    [InlineData("8b80 00000000", 1002)] // a control of no kind
    [InlineData("0182 00000000 c3a9 8082 00000000 c328", 1007)] // text that is none in its second piece
    [InlineData("8880 00000000", 1000)]
    [InlineData("8882 00000000 03e8", 1000)]
    [InlineData("8881 00000000 03", 1002)] // half a status
    [InlineData("8882 00000000 03ed", 1002)] // a status that nobody may send
    [InlineData("8884 00000000 03e8c328", 1007)] // a reason that is no text
    public async Task What_is_no_frame_ends_it(string hex, int status)
    {
        var (browser, _) = await Dial("");
        await browser.Send(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        var bytes = await browser.Rest();
        Assert.Equal([0x88, 0x02, (byte)(status >> 8), (byte)status], bytes[^4..]);
        await browser.Served;
    }

    [Fact]
    public async Task A_ping_is_answered()
    {
        var (browser, _) = await Dial("");
        await browser.Send(Convert.FromHexString("8983000000007465618880000000 00".Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(Convert.FromHexString("8a03746561880203e8"), await browser.Rest());
        await browser.Served;
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_said_to_be()
    {
        var (browser, _) = await Dial("");
        using var socket = browser.Open();
        await Say(socket, WebSocketMessageType.Text, $"PING :{new string('x', 600)}", "PING tea");
        Assert.Contains(await Until(socket, WebSocketMessageType.Text, ":irc.test PONG irc.test :tea"), line => line.Contains(" 417 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "Origin: https://chat.example.org\r\n", true)]
    [InlineData("", "Origin: https://evil.example\r\n", false)]
    [InlineData("", "Origin: null\r\n", false)]
    [InlineData("https://page.example", "Origin: https://page.example\r\n", true)]
    [InlineData("https://page.example", "Origin: https://chat.example.org\r\n", false)]
    [InlineData("*", "Origin: https://evil.example\r\n", true)]
    public async Task Only_some_pages_may(string allowed, string header, bool isAllowed)
    {
        var (browser, answer) = await Dial(header, new LiveSettings { Origins = allowed.Length == 0 ? [] : [allowed] });
        Assert.StartsWith(isAllowed ? "HTTP/1.1 101 " : "HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        browser.Leave();
        await browser.Served;
    }

    /// <summary>A proxy that the operator named says for whom it comes, the last in the list being who it saw itself; of others nothing is believed.</summary>
    [Theory]
    [InlineData("X-Forwarded-For: 10.0.0.1, 203.0.113.7\r\n", true, "203.0.113.7:0")]
    [InlineData("X-Forwarded-For: 203.0.113.7\r\n", false, "192.0.2.1:5000")]
    [InlineData("", true, null)]
    [InlineData("X-Forwarded-For: tea\r\n", true, null)]
    public async Task A_proxy_says_for_whom_it_comes(string header, bool isProxy, string? address)
    {
        var seen = "";
        var (browser, answer) = await Dial(header, isProxy: isProxy, serve: (wire, _) =>
        {
            seen = wire.Address;
            return Task.CompletedTask;
        });
        Assert.StartsWith(address is null ? "HTTP/1.1 400 " : "HTTP/1.1 101 ", answer, StringComparison.Ordinal);
        await browser.Served;
        Assert.Equal(address ?? "", seen);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.0\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nnonsense\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "426")]
    [InlineData("GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\n\r\n", "426")]
    [InlineData("GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: tea\r\n\r\n", "400")]
    public async Task What_asks_for_something_else_is_refused(string request, string status)
    {
        var browser = Browser.Of(_server.Registry.Serve);
        await browser.Send(Encoding.ASCII.GetBytes(request));
        Assert.StartsWith($"HTTP/1.1 {status} ", Encoding.ASCII.GetString(await browser.Rest()), StringComparison.Ordinal);
        await browser.Served;
    }

    /// <summary>Whatever arrives, it is read or refused, and nothing fails.</summary>
    [Fact]
    public void Any_bytes_are_a_frame_or_none()
    {
        var random = new Random(17);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(0, 40)];
            random.NextBytes(bytes);
            if (bytes.Length > 1 && random.Next(2) == 0)
                bytes[0] = (byte)(0x80 | random.Next(0, 11));
            var buffer = new ReadOnlySequence<byte>(bytes);
            var before = buffer.Length;
            while (WebSocketFrame.Read(ref buffer) is { Wrong: 0 } frame)
            {
                Assert.True(buffer.Length <= before - frame.Payload.Length - 6);
                before = buffer.Length;
            }
        }
    }

    private async Task<(Browser, string)> Dial(string headers, LiveSettings? settings = null, bool isProxy = false, Func<ITransport, long, Task>? serve = null)
    {
        var browser = Browser.Of(serve ?? _server.Registry.Serve, settings, isProxy);
        await browser.Send(Encoding.ASCII.GetBytes(
            $"GET / HTTP/1.1\r\nHost: chat.example.org\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Key}\r\n{headers}\r\n"));
        return (browser, await browser.Answer());
    }

    private static async Task Say(WebSocket socket, WebSocketMessageType type, params string[] lines)
    {
        foreach (var line in lines)
            await socket.SendAsync(Encoding.UTF8.GetBytes(line), type, endOfMessage: true, default);
    }

    private static async Task<List<string>> Until(WebSocket socket, WebSocketMessageType type, string end)
    {
        var lines = new List<string>();
        while (await Next(socket) is var (line, kind))
        {
            Assert.Equal(type, kind);
            if (line == end)
                return lines;
            lines.Add(line);
        }
        throw new InvalidOperationException($"It ended before '{end}'.");
    }

    private static async Task<List<string>> Rest(WebSocket socket)
    {
        var lines = new List<string>();
        while (await Next(socket) is var (line, _))
            lines.Add(line);
        return lines;
    }

    private static async Task<(string Line, WebSocketMessageType Type)?> Next(WebSocket socket)
    {
        var bytes = new byte[8192];
        var read = await socket.ReceiveAsync(bytes.AsMemory(), default).AsTask().WaitAsync(Client.Deadline);
        return read.MessageType == WebSocketMessageType.Close ? null : (Encoding.UTF8.GetString(bytes, 0, read.Count), read.MessageType);
    }

    /// <summary>The other end of the wire.</summary>
    private sealed class Browser(Pipe toServer, Pipe fromServer, Task served)
    {
        public Task Served => served.WaitAsync(Client.Deadline);

        public static Browser Of(Func<ITransport, long, Task> serve, LiveSettings? settings = null, bool isProxy = false)
        {
            var (to, from) = (new Pipe(), new Pipe());
            var gate = new WebSocketGate(serve, new PublishedSettings(settings ?? new LiveSettings()), TimeProvider.System, NullLogger.Instance);
            var wire = new PipeTransport(new Ends(to.Reader, from.Writer), "192.0.2.1:5000", _ => from.Writer.Complete());
            return new Browser(to, from, Run());

            async Task Run()
            {
                await gate.Serve(wire, isProxy, 4711);
                await from.Writer.CompleteAsync();
            }
        }

        public WebSocket Open() => WebSocket.CreateFromStream(new Both(fromServer.Reader.AsStream(), toServer.Writer.AsStream()), isServer: false, null, TimeSpan.Zero);

        public async Task Send(byte[] bytes) => await toServer.Writer.WriteAsync(bytes);

        public void Leave() => toServer.Writer.Complete();

        public async Task<string> Answer()
        {
            var text = "";
            while (!text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                var read = await fromServer.Reader.ReadAsync().AsTask().WaitAsync(Client.Deadline);
                var end = Encoding.ASCII.GetString(read.Buffer).IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
                text += Encoding.ASCII.GetString(read.Buffer.Slice(0, end));
                fromServer.Reader.AdvanceTo(read.Buffer.GetPosition(end));
            }
            return text;
        }

        public async Task<byte[]> Rest()
        {
            using var all = new MemoryStream();
            await fromServer.Reader.CopyToAsync(all).WaitAsync(Client.Deadline);
            return all.ToArray();
        }
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>A stream that reads here and writes there.</summary>
    private sealed class Both(Stream input, Stream output) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => input.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => output.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

        public override void Flush() => output.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

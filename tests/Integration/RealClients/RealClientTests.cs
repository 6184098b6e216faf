using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>Clients that know nothing of us, as people use them.</summary>
public sealed class RealClientTests : IDisposable
{
    private const string IrssiPlain = """sasl_mechanism = "PLAIN"; sasl_username = "Tuan"; sasl_password = "tea";""";

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [InstalledFact("irssi", "script")]
    public async Task Irssi_joins_hears_says_and_leaves()
    {
        await using var server = await RunningServer.Started("--memory");
        await using var duy = await WireClient.EnterRoom(server.EndPoint, "Duy", "#lobby");
        await using var irssi = new Irssi(server.EndPoint);
        await irssi.Shown.Until("Welcome to ");
        await irssi.Type("/join #lobby");
        await duy.Heard.Until(" JOIN #lobby");
        await duy.Send("PRIVMSG #lobby :Hello-from-the-wire");
        await irssi.Shown.Until("Hello-from-the-wire");
        await irssi.Type("Hello, Duy!");
        Assert.Equal(["Hello, Duy!"], new[] { await duy.Heard.Until(" PRIVMSG #lobby ") }.Said());
        await irssi.Type("/quit so long");
        Assert.Contains(":Tuan!", await duy.Heard.Until(" QUIT :Quit: so long"));
        Assert.Equal(0, await irssi.Exit());
    }

    [InstalledFact("irssi", "script")]
    public async Task Irssi_logs_in_with_plain_and_hears_what_becomes_of_it()
    {
        await using var server = await LoginStory.Serve(_data);
        await using var mai = await LoginStory.EnterMai(server);
        await using var irssi = new Irssi(server.EndPoint, IrssiPlain, "#lobby");
        await LoginStory.Tell(mai, irssi);
    }

    [InstalledTheory("weechat-headless", "tail")]
    [InlineData("plain")]
    [InlineData("scram-sha-256")]
    public async Task WeeChat_logs_in_and_hears_what_becomes_of_it(string mechanism)
    {
        await using var server = await LoginStory.Serve(_data);
        await using var mai = await LoginStory.EnterMai(server);
        await using var weechat = new WeeChat(server.EndPoint, mechanism);
        await LoginStory.Tell(mai, weechat);
    }

    [InstalledFact("catgirl", "script")]
    public async Task Catgirl_logs_in_with_its_certificate_and_hears_what_becomes_of_it()
    {
        var pem = _data["tuan.pem"];
        var print = WriteCertificate(pem);
        await using var server = await LoginStory.Serve(_data, "--tls", "--tls-port", "0");
        // Over plain text somebody says which certificate is theirs.
        await using (var tuan = await WireClient.Connect(server.EndPoint))
        {
            await tuan.Send($"PASS Tuan:tea\r\nNICK Tuan\r\nUSER tuan 0 * :Tuan\r\nCERT ADD {print}");
            await tuan.Heard.Until("A certificate logs in to Tuan");
            await tuan.Quit();
        }
        // What is said from here on it has not been told.
        await using var mai = await LoginStory.EnterMai(server);
        await using var catgirl = new Catgirl(await TlsEndPoint(server), pem);
        await LoginStory.Tell(mai, catgirl);
    }

    /// <summary>
    /// Where everybody had one host, irssi's /ban kept everybody out, and where it was made of the user's name alone, nobody who changed it. All are
    /// called the same by their clients here, and come from different networks.
    /// </summary>
    [InstalledFact("irssi", "script")]
    public async Task Irssi_bans_one_network_and_others_come_in()
    {
        await using var server = await LoginStory.Serve(_data);
        await using var mai = await LoginStory.EnterMai(server);
        await using var irssi = new Irssi(server.EndPoint, IrssiPlain, "#lobby");
        await mai.Heard.Until(" JOIN #lobby Tuan ");
        await mai.Send("MODE #lobby +o Tuan");
        await using var duy = await From("127.7.7.7", server, "Duy");
        await duy.Join("Duy", "#lobby");
        var cloak = (await mai.Heard.Until(":Duy!")).Split(' ')[0].Split('@')[1];
        await irssi.Type("/ban Duy");
        var mask = (await mai.Heard.Until(":Tuan!")).Split(' ')[^1];
        Assert.StartsWith("*!", mask);
        Assert.EndsWith($"@*{cloak[cloak.IndexOf('.', StringComparison.Ordinal)..]}", mask);

        await irssi.Type("/kick Duy");
        await duy.Heard.Until(" KICK #lobby Duy ");
        await duy.Send("JOIN #lobby");
        await duy.Heard.Until(" 474 Duy #lobby ");
        await using var hai = await From("127.7.7.8", server, "Hai");
        await hai.Send("JOIN #lobby");
        await hai.Heard.Until(" 474 Hai #lobby ");
        await using var anh = await From("127.8.8.8", server, "Anh");
        await anh.Join("Anh", "#lobby");
    }

    private static string WriteCertificate(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=Tuan", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllText(file, $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return made.GetCertHashString(HashAlgorithmName.SHA256);
    }

    private static async Task<IPEndPoint> TlsEndPoint(RunningServer server)
    {
        const string before = "join with: chatroom ";
        var hint = (await server.Program.Errors.Until(before)).Split(' ');
        return new IPEndPoint(server.EndPoint.Address, int.Parse(hint[Array.IndexOf(hint, "--port") + 1], CultureInfo.InvariantCulture));
    }

    /// <summary>Every address of 127.0.0.0/8 is this machine.</summary>
    private static async Task<WireClient> From(string address, RunningServer server, string nick)
    {
        var client = await WireClient.ConnectFrom(IPAddress.Parse(address), server.EndPoint, nick);
        await client.Send($"NICK {nick}\r\nUSER user 0 * :{nick}");
        await client.Heard.Until($" 422 {nick} ");
        return client;
    }
}

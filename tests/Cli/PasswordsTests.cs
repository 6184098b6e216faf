using ChatRoom.Cli.Join;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Tests;

public sealed class PasswordsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatroom-passwords-");
    private readonly Dictionary<string, string> _environment = [];

    private string Secret
    {
        get
        {
            var file = Path.Combine(_folder.FullName, "secret");
            File.WriteAllText(file, "from the file\nand more\n");
            return file;
        }
    }

    [Fact]
    public async Task A_guest_on_an_open_server_needs_none() => Assert.Equal(new Passwords(null, null), await Found(Options));

    [Fact]
    public async Task The_environment_has_both()
    {
        (_environment["CHATROOM_PASSWORD"], _environment["CHATROOM_ACCOUNT_PASSWORD"]) = ("open", "mine");

        Assert.Equal(new Passwords("open", new Account("tuan", "mine")), await Found(Options with { Account = "tuan" }));
        Assert.Equal(new Passwords("open", null), await Found(Options));
    }

    [Fact]
    public async Task A_file_goes_before_a_command_and_that_before_the_environment()
    {
        _environment["CHATROOM_ACCOUNT_PASSWORD"] = "from the environment";
        var options = Options with { Account = "tuan", PasswordCommand = "echo from the command; echo and more" };

        Assert.Equal(new Passwords(null, new Account("tuan", "from the command")), await Found(options));
        Assert.Equal(new Passwords(null, new Account("tuan", "from the file")), await Found(options with { AccountPasswordFile = Secret }));
    }

    [Fact]
    public async Task A_person_is_asked_for_what_is_given_nowhere_and_for_nothing_else()
    {
        var asked = new List<string>();
        string? Ask(string question)
        {
            asked.Add(question);
            return "typed";
        }
        var (found, _) = await Passwords.Find(Options with { Account = "tuan" }, Around, CancellationToken.None, Ask);
        Assert.Equal(new Passwords(null, new Account("tuan", "typed")), found);
        await Passwords.Find(Options with { Account = "tuan", AccountPasswordFile = Secret }, Around, CancellationToken.None, Ask);
        await Passwords.Find(Options, Around, CancellationToken.None, Ask);
        Assert.Single(asked);
    }

    [Fact]
    public async Task Without_an_account_the_command_prints_the_servers() =>
        Assert.Equal(new Passwords("open", null), await Found(Options with { PasswordCommand = "echo open" }));

    [Theory]
    [InlineData(null, "the account 'tuan' has a password; give it with --account-password-file FILE, --password-command COMMAND or $CHATROOM_ACCOUNT_PASSWORD")]
    [InlineData("exit 3", "--password-command 'exit 3' failed with exit code 3")]
    [InlineData("true", "--password-command 'true' printed nothing; its first line should be the password")]
    public async Task A_missing_password_is_explained(string? command, string wrong)
    {
        var (found, why) = await Passwords.Find(Options with { Account = "tuan", PasswordCommand = command }, Around, default);

        Assert.Null(found);
        Assert.Equal(wrong, why);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ProcessEnvironment Around => new(_environment.GetValueOrDefault, "tuan");

    private static JoinOptions Options
    {
        get
        {
            Assert.True(Nickname.TryParse("Tuan", out var nick, out _));
            Assert.True(RoomName.TryParse("#lobby", out var room, out _));
            return new("127.0.0.1", 6667, nick, room, 50, Plain: false, Json: false, null);
        }
    }

    private async Task<Passwords> Found(JoinOptions options)
    {
        var (found, wrong) = await Passwords.Find(options, Around, default);
        Assert.True(found is not null, wrong);
        return found;
    }
}

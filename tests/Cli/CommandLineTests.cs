using ChatRoom.Cli.Admin;
using ChatRoom.Cli.Config;
using ChatRoom.Cli.Join;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Tests;

public partial class CommandLineTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly Dictionary<string, string> _environment = [];
    private string _loginName = "tuan";
    private JoinOptions? _join;
    private Configuration? _serve;
    private AdminRequest? _keep;

    [Fact]
    public async Task Join_without_options_joins_the_lobby_of_this_machine()
    {
        Assert.Equal(ExitCode.Ok, await Run("join"));

        Assert.Equal(new JoinOptions("127.0.0.1", 6667, Nick("tuan"), Room("#lobby"), 50, Plain: false, Json: false, null), _join);
    }

    [Theory]
    [InlineData("chat.example.org", "chat.example.org", 6667, false, "#lobby")]
    [InlineData("chat.example.org:7000", "chat.example.org", 7000, false, "#lobby")]
    [InlineData("chat.example.org --tls", "chat.example.org", 6697, true, "#lobby")]
    [InlineData("ircs://chat.example.org/tea", "chat.example.org", 6697, true, "#tea")]
    [InlineData("ircs://[::1]:7000 --room tea", "::1", 7000, true, "#tea")]
    [InlineData("irc://chat.example.org/#tea --port 7000", "chat.example.org", 7000, false, "#tea")]
    public async Task Join_takes_a_server_in_one_word(string words, string host, int port, bool isEncrypted, string room)
    {
        Assert.Equal(ExitCode.Ok, await Run(["join", .. words.Split(' ')]));

        Assert.Equal((host, port, isEncrypted, Room(room), true), (_join!.Host, _join.Port, _join.Encryption is not null, _join.Room, _join.HasServer));
    }

    [Fact]
    public async Task Join_takes_all_its_options()
    {
        Assert.Equal(ExitCode.Ok, await Run(
            "join", "--host", "::1", "--port", "7000", "--nick", "Duy", "--room", "tea", "--history", "0", "--plain", "--json",
            "--password-file", "secret"));

        Assert.Equal(new JoinOptions("::1", 7000, Nick("Duy"), Room("#tea"), 0, Plain: true, Json: true, "secret") { HasNick = true, HasRoom = true, HasServer = true }, _join);
    }

    [Fact]
    public async Task Join_takes_an_account_and_where_its_password_is()
    {
        Assert.Equal(ExitCode.Ok, await Run(
            "join", "--account", "tuan", "--account-password-file", "secret", "--password-command", "pass show irc"));

        Assert.Equal(("tuan", "secret", "pass show irc"), (_join!.Account, _join.AccountPasswordFile, _join.PasswordCommand));
    }

    [Theory]
    [InlineData("--account-password-file is for an account; add --account", "--account-password-file", "secret")]
    [InlineData("--account is empty; give the account's name", "--account", "")]
    public async Task An_account_that_makes_no_sense_is_refused(string wrong, params string[] args)
    {
        Assert.Equal(ExitCode.Usage, await Run(["join", .. args]));

        Assert.StartsWith(wrong, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_over_TLS_has_a_port_of_its_own_unless_told_otherwise()
    {
        Assert.Equal(ExitCode.Ok, await Run("join", "--tls"));
        Assert.Equal((6697, new Encryption(null)), (_join!.Port, _join.Encryption));

        var pinned = new string('a', 64);
        Assert.Equal(ExitCode.Ok, await Run("join", "--tls", "--port", "6667", "--fingerprint", pinned));
        Assert.Equal((6667, pinned), (_join.Port, _join.Encryption!.Pinned!.Text));
    }

    [Fact]
    public async Task Serve_without_options_has_the_default_of_every_setting()
    {
        Assert.Equal(ExitCode.Ok, await Run("serve"));

        Assert.All(ConfigTable.All, key => Assert.Equal((key.Default, ConfigSource.Default), (_serve!.ValueOf(key), _serve.SourceOf(key))));
        Assert.Equal(("127.0.0.1", 6667, true), (_serve!.Get(ConfigTable.Host), _serve.Get(ConfigTable.Port), _serve.Get(ConfigTable.Flood)));
    }

    [Fact]
    public async Task Serve_takes_all_its_options()
    {
        Assert.Equal(ExitCode.Ok, await Run(
            "serve", "--host", "0.0.0.0", "--port", "0", "--data", "there", "--journal", "postgres://me@db/chat", "--name", "chat.example.org", "--password-file", "p", "--motd-file", "m",
            "--flood", "off", "--insecure", "--tls", "--tls-port", "7000", "--tls-cert", "c", "--tls-key", "k", "--sts", "30",
            "--http-port", "9667", "--http-host", "::1", "--ws-port", "8067", "--unix", "u", "--log-format", "json", "--log-level", "debug",
            "--proxy-from", "10.0.0.5,192.168.0.0/16", "--proxy-from", "::1,10.1.2.3/8", "--proxy-from=2001:db8::/32"));

        var words = ConfigTable.All.Where(key => key.Flag is not null && key != ConfigTable.Memory).ToDictionary(key => key.Flag!, key => key.Print(_serve!.ValueOf(key)));
        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["--host"] = "\"0.0.0.0\"", ["--port"] = "0", ["--data"] = "\"there\"", ["--journal"] = "\"postgres://me@db/chat\"", ["--name"] = "\"chat.example.org\"", ["--password-file"] = "\"p\"",
                ["--motd-file"] = "\"m\"", ["--flood"] = "false", ["--insecure"] = "true", ["--tls"] = "true", ["--tls-port"] = "7000", ["--tls-cert"] = "\"c\"",
                ["--tls-key"] = "\"k\"", ["--sts"] = "30", ["--http-port"] = "9667", ["--http-host"] = "\"::1\"", ["--ws-port"] = "8067", ["--unix"] = "\"u\"", ["--log-format"] = "\"json\"",
                ["--log-level"] = "\"debug\"",
                ["--proxy-from"] = "[\"10.0.0.5/32\", \"192.168.0.0/16\", \"::1/128\", \"10.0.0.0/8\", \"2001:db8::/32\"]",
            },
            words);
        Assert.All(words.Keys, flag => Assert.Equal(ConfigSource.Flag, _serve!.SourceOf(ConfigTable.All.Single(key => key.Flag == flag))));

        Assert.Equal(ExitCode.Ok, await Run("serve", "--memory", "--host=localhost"));
        Assert.True(_serve!.Get(ConfigTable.Memory));
    }

    [Theory]
    [InlineData("--nick", "Ann", "Env", "Ann")]
    [InlineData("--plain", "--json", "Env", "Env")]
    [InlineData("--plain", "--json", null, "tuan")]
    public async Task The_nickname_comes_from_the_option_else_the_environment_else_the_login(
        string first, string second, string? variable, string nick)
    {
        if (variable is not null)
            _environment["CHATROOM_NICK"] = variable;

        Assert.Equal(ExitCode.Ok, await Run("join", first, second));

        Assert.Equal(nick, _join!.Nick.Text);
    }

    [Fact]
    public async Task A_bad_nickname_from_elsewhere_says_where_it_comes_from()
    {
        _loginName = "7th user";
        Assert.Equal(ExitCode.Usage, await Run("join"));
        const string wrong = "no --nick is given, and the login name does not do: the nickname '7th user' starts with '7'; a nickname has";
        Assert.Contains(wrong, _error.ToString());

        _environment["CHATROOM_NICK"] = "";
        Assert.Equal(ExitCode.Usage, await Run("join"));
        Assert.Contains("CHATROOM_NICK: the nickname is empty; a nickname has", _error.ToString());
    }

    [Fact]
    public async Task A_hostile_nickname_is_harmless_in_its_refusal()
    {
        Assert.Equal(ExitCode.Usage, await Run("join", "--nick", "a\u001b[2J"));

        Assert.DoesNotContain('\u001b', _error.ToString());
    }

    [Fact]
    public async Task An_at_sign_is_no_response_file()
    {
        Assert.Equal(ExitCode.Usage, await Run("join", "--nick", "@tuan"));

        Assert.Contains("--nick: the nickname '@tuan' has a '@' in it", _error.ToString());
    }

    [Theory]
    [InlineData("--help", "chatroom join --nick Tuan")]
    [InlineData("join --help", "echo 'The build is green.' | chatroom join --nick bot")]
    [InlineData("serve -h", "chatroom serve --memory --port 0")]
    [InlineData("verify --help", "chatroom verify --data /srv/chat")]
    [InlineData("backup --help", "chatroom backup --force chat.backup")]
    [InlineData("restore --help", "chatroom restore chat.backup --data /srv/chat-again")]
    [InlineData("export --help", "chatroom export --room tea --since 2026-11-20")]
    [InlineData("replay --help", "chatroom replay --at 2026-11-20T14:00")]
    [InlineData("completion --help", "source <(chatroom completion bash)")]
    [InlineData("", "chatroom serve")]
    public async Task Help_leads_with_examples(string line, string example)
    {
        Assert.Equal(ExitCode.Ok, await Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        var help = _output.ToString();
        Assert.StartsWith("Examples:", help);
        Assert.Contains(example, help);
        Assert.Contains("Usage:", help);
        Assert.Null(_join);
    }

    [Fact]
    public async Task Help_is_given_also_to_those_whose_login_name_does_not_do()
    {
        _loginName = "7th user";

        Assert.Equal(ExitCode.Ok, await Run("join", "--help"));

        Assert.Contains("--nick <NAME>", _output.ToString());
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Every_example_is_understood()
    {
        await Run("--help");
        await Run("serve", "--help");
        await Run("join", "--help");
        await Run("send", "--help");
        await Run("demo", "--help");
        await Run("verify", "--help");
        await Run("backup", "--help");
        await Run("restore", "--help");
        await Run("export", "--help");
        await Run("replay", "--help");
        var examples = from line in _output.ToString().Split('\n')
                       where line.StartsWith("  ", StringComparison.Ordinal) && line.Contains("chatroom ")
                       where !line.Contains("chatroom [command]") && !line.Contains("[options]")
                       select line[line.IndexOf("chatroom ", StringComparison.Ordinal)..].Split("  ")[0].Split(" <")[0];

        foreach (var example in examples.ToList())
            Assert.True(await Run(example.Split(' ')[1..]) == ExitCode.Ok, example);
    }

    [Fact]
    public async Task The_version_is_said()
    {
        Assert.Equal(ExitCode.Ok, await Run("--version"));

        Assert.Matches(@"^\d+\.\d+\.\d+\r?\n$", _output.ToString());
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _chatroom chatroom")]
    [InlineData("zsh", "compdef _chatroom chatroom")]
    [InlineData("fish", "complete -c chatroom")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task A_completion_script_is_printed_for_each_shell(string shell, string part)
    {
        Assert.Equal(ExitCode.Ok, await Run("completion", shell));

        Assert.Contains(part, _output.ToString());
        Assert.Contains("[suggest:", _output.ToString());
    }

    [Theory]
    [InlineData("chatroom jo", "join")]
    [InlineData("chatroom join --ro", "--room")]
    [InlineData("chatroom serve --flood o", "off")]
    public async Task The_shell_is_told_what_fits(string line, string fits)
    {
        Assert.Equal(ExitCode.Ok, await Run($"[suggest:{line.Length}]", line));

        Assert.Contains(fits, _output.ToString().Split(Environment.NewLine));
    }

    private static Nickname Nick(string text) =>
        Nickname.TryParse(text, out var nick, out var refusal) ? nick : throw new FormatException(refusal);

    private static RoomName Room(string text) =>
        RoomName.TryParse(text, out var room, out var refusal) ? room : throw new FormatException(refusal);

    private Task<int> Run(params string[] args) => new CommandLine(
        (settings, _) =>
        {
            _serve = settings;
            return Task.FromResult(ExitCode.Ok);
        },
        (options, _) =>
        {
            _join = options;
            return Task.FromResult(ExitCode.Ok);
        },
        (ui, _) => Task.FromResult(ExitCode.Ok),
        (wish, _) =>
        {
            _keep = wish;
            return Task.FromResult(ExitCode.Ok);
        },
        new ProcessEnvironment(_environment.GetValueOrDefault, _loginName)).Run(args, _output, _error, CancellationToken.None);
}

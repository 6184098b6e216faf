using System.Globalization;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// Where a journal in PostgreSQL is, as one line: postgres://user:password@host:port/database?schema=chatroom. Several hosts, with commas
/// between them, are tried in order until one takes writes; a host that begins with %2F is the folder of a Unix socket.
/// </summary>
public sealed class PostgresAddress
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private PostgresAddress(string[] hosts, string schema, Action<NpgsqlConnectionStringBuilder> fill, string shown)
    {
        (Schema, Shown) = (schema, shown);
        Connections = [.. hosts.Select(host =>
        {
            var (name, port) = SplitPort(host);
            var builder = new NpgsqlConnectionStringBuilder { Host = name };
            if (port is { } number)
                builder.Port = number;
            fill(builder);
            return builder.ConnectionString;
        })];
    }

    /// <summary>The schema that holds the journal's tables, and no others.</summary>
    public string Schema { get; }

    /// <summary>The address without the password, for logs.</summary>
    public string Shown { get; }

    /// <summary>One for each host.</summary>
    internal IReadOnlyList<string> Connections { get; }

    public static bool IsOne(string text) => Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.Ordinal));

    /// <summary>Null for what is none; then <paramref name="wrong"/> says why, to be put behind the name under which it came.</summary>
    public static PostgresAddress? Parse(string text, out string? wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        wrong = null;
        if (Array.Find(Schemes, scheme => text.StartsWith(scheme, StringComparison.Ordinal)) is not { } found)
        {
            wrong = "is no address of a PostgreSQL database: write postgres://user@host/database";
            return null;
        }
        var rest = text[found.Length..];
        var (before, query) = Cut(rest, '?');
        var (authority, database) = Cut(before, '/');
        var at = authority.LastIndexOf('@');
        var (user, password) = at < 0 ? ("", "") : Cut(authority[..at], ':');
        var hosts = authority[(at + 1)..].Split(',').Select(Uri.UnescapeDataString).ToArray();
        var options = new Options();
        wrong = Array.Exists(hosts, host => !IsHost(host)) ? "names no host, or a port that is none: write postgres://user@host:5432/database" : options.Read(query);
        if (wrong is not null)
            return null;
        var name = Uri.UnescapeDataString(user);
        return new PostgresAddress(
            hosts, options.Schema,
            builder =>
            {
                builder.Username = name.Length > 0 ? name : null;
                builder.Password = password.Length > 0 ? Uri.UnescapeDataString(password) : null;
                builder.Database = database.Length > 0 ? Uri.UnescapeDataString(database) : "chatroom";
                options.Fill(builder);
            },
            $"{found}{(at < 0 ? "" : $"{user}@")}{authority[(at + 1)..]}/{(database.Length > 0 ? database : "chatroom")}");
    }

    public override string ToString() => Shown;

    private static (string Before, string Behind) Cut(string text, char sign) =>
        text.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");

    private static bool IsHost(string host) => host.Length > 0 && SplitPort(host) is { Name.Length: > 0, Port: not 0 };

    /// <summary>Port 0 stands for one that is none.</summary>
    private static (string Name, int? Port) SplitPort(string host)
    {
        var colon = host.LastIndexOf(':');
        if (host[0] == '/' || colon < 0 || host[^1] == ']')
            return (host, null);
        return (host[..colon], int.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue ? port : 0);
    }

    /// <summary>What may stand behind the question mark.</summary>
    private sealed class Options
    {
        private SslMode? _tls;
        private string? _authority;

        public string Schema { get; private set; } = "chatroom";

        public string? Read(string query)
        {
            foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var (key, value) = Cut(part, '=');
                if (!Take(key, Uri.UnescapeDataString(value)))
                    return $"has '{key}={value}' behind its '?', which is nothing that is known there: schema (small letters), sslmode and sslrootcert are";
            }
            return null;
        }

        public void Fill(NpgsqlConnectionStringBuilder builder)
        {
            if (_tls is { } mode)
                builder.SslMode = mode;
            if (_authority is { } file)
                builder.RootCertificate = file;
        }

        private bool Take(string key, string value)
        {
            switch (key)
            {
                case "schema" when value.Length is > 0 and <= 40 && value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'):
                    Schema = value;
                    return true;
                case "sslmode":
                    _tls = value switch
                    {
                        "disable" => SslMode.Disable,
                        "allow" => SslMode.Allow,
                        "prefer" => SslMode.Prefer,
                        "require" => SslMode.Require,
                        "verify-ca" => SslMode.VerifyCA,
                        "verify-full" => SslMode.VerifyFull,
                        _ => null,
                    };
                    return _tls is not null;
                case "sslrootcert" when value.Length > 0:
                    _authority = value;
                    return true;
                default:
                    return false;
            }
        }
    }
}

package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bearer tokens that are written in a file, as with {@code --token-auth-file} ({@code
 * apiserver/pkg/authentication/token/tokenfile}). Each line is {@code token,user,uid}, and if the user is in groups a
 * fourth column with their names, separated by commas, in quotes if there are several:
 *
 * <pre>
 * s3cr3t,jane,1001,"developers,testers"
 * </pre>
 *
 * A later line with the same token takes the place of an earlier one.
 */
public final class StaticTokens implements Authenticator {
    private static final int LEAST_COLUMNS = 3;

    private final Map<String, UserInfo> users;

    private StaticTokens(Map<String, UserInfo> users) {
        this.users = users;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it can't be read
     * @throws IllegalArgumentException if it is not such a file; the message tells the line
     */
    public static StaticTokens read(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    /**
     * Reads lines.
     *
     * @throws IllegalArgumentException if one has less than three columns, no token, or quotes that don't end
     */
    public static StaticTokens of(List<String> lines) {
        var users = new LinkedHashMap<String, UserInfo>();
        int number = 0;
        for (var line : lines) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var columns = columns(line, number);
            if (columns.size() < LEAST_COLUMNS) {
                throw new IllegalArgumentException("line " + number
                        + ": must have at least 3 columns (token, user name, user uid), found " + columns.size());
            }
            if (columns.get(0).isEmpty()) {
                throw new IllegalArgumentException("line " + number + ": the token is empty");
            }
            users.put(columns.get(0), user(columns));
        }
        return new StaticTokens(users);
    }

    @Override
    public Optional<UserInfo> authenticate(Credentials credentials) {
        var token = credentials.bearerToken();
        return token == null ? Optional.empty() : Optional.ofNullable(users.get(token));
    }

    private static UserInfo user(List<String> columns) {
        var groups = new ArrayList<String>();
        if (columns.size() > LEAST_COLUMNS) {
            for (var group : columns.get(LEAST_COLUMNS).split(",")) {
                if (!group.isBlank()) {
                    groups.add(group.strip());
                }
            }
        }
        groups.add(Users.AUTHENTICATED);
        return new UserInfo(columns.get(1), columns.get(2), groups, Map.of());
    }

    /** Comma-separated values; a doubled quote inside quotes stands for one (RFC 4180). */
    private static List<String> columns(String line, int number) {
        var columns = new ArrayList<String>();
        var column = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                column.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                columns.add(column.toString().strip());
                column.setLength(0);
            } else {
                column.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("line " + number + ": a quote does not end");
        }
        columns.add(column.toString().strip());
        return columns;
    }
}

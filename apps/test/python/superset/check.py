"""Says, as JSON, what Superset makes of its configuration and of its database. Takes {password, claims} as JSON."""

import json
import os
import sys

from superset.app import create_app

app = create_app()
wanted = json.load(sys.stdin)


def kept(database):
    return {
        "url": database.sqlalchemy_uri_decrypted,
        "stored": database.sqlalchemy_uri,
        "engine": database.db_engine_spec.__name__,
        "writes": any([database.allow_dml, database.allow_ctas, database.allow_cvas, database.allow_file_upload]),
    }


with app.app_context():
    from superset import db, security_manager
    from superset.models.core import Database
    from superset.utils.core import override_user

    def logged_in(claims):
        name = "-".join(["user", *claims])
        userinfo = {"username": name, "email": f"{name}@example.org", "role_keys": claims}
        user = security_manager.auth_user_oauth({**userinfo, "first_name": name, "last_name": name})
        with override_user(user):
            return {
                "roles": sorted(role.name for role in user.roles),
                "everySource": security_manager.can_access_all_datasources(),
                "sqlLab": security_manager.can_access("menu_access", "SQL Lab"),
                "accounts": security_manager.can_access("menu_access", "List Users"),
            }

    answer = {
        "health": app.test_client().get("/health").get_data(as_text=True),
        "loginPage": app.test_client().get("/login/").status_code,
        "admin": bool(security_manager.auth_user_db(os.environ["ADMIN_USER"], wanted["password"])),
        "databases": {each.database_name: kept(each) for each in db.session.query(Database)},
        "users": [logged_in(claims) for claims in wanted["claims"]],
        "providers": list(security_manager.oauth_remotes) if wanted["claims"] else [],
        "settings": {
            key: app.config[key]
            for key in ["CELERY_CONFIG", "WTF_CSRF_ENABLED", "TALISMAN_ENABLED", "SESSION_COOKIE_SECURE"]
        },
        "features": {key: app.config["FEATURE_FLAGS"].get(key) for key in ["ALERT_REPORTS", "GLOBAL_ASYNC_QUERIES"]},
        "filterState": app.config["FILTER_STATE_CACHE_CONFIG"]["CACHE_TYPE"].rpartition(".")[2],
    }
    db.session.commit()
print("ANSWER " + json.dumps(answer))
